namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>Ages, in whole years and all inside, of those whom a mission locale accompanies (Code du travail, art. L5314-2 and L5131-6).</summary>
/// <param name="Min">From.</param>
/// <param name="Max">« vingt-cinq ans révolus »: until the day before the twenty-sixth birthday.</param>
/// <param name="MaxHandicap">The same with a recognised handicap, whom a contrat d'engagement jeune may be offered to: it follows the orientation.</param>
public sealed record AgesMissionLocale(int Min, int Max, int MaxHandicap)
{
    public bool Admet(PersonneConcernee p) =>
        p.Age >= Min && p.Age <= (p.Boe ? MaxHandicap : Max);
}
