using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>What competence depends on in a person, on the day of the act.</summary>
public sealed record PersonneConcernee
{
    public required AllocationPercue Allocation { get; init; }

    public required PorteInscription Porte { get; init; }

    /// <summary>In whole years.</summary>
    public required int Age { get; init; }

    /// <summary>Her handicap is recognised (obligation d'emploi).</summary>
    public required bool Boe { get; init; }

    /// <summary>Null before a first orientation.</summary>
    public OrganismeReferent? OrganismeReferent { get; init; }

    /// <summary>Who decided her first orientation, where it is known: a new one follows it.</summary>
    public Decideur? OrienteePar { get; init; }

    internal bool ARsa => Allocation is AllocationPercue.Rsa;

    internal bool ARevenuDeRemplacement => Allocation is AllocationPercue.Are or AllocationPercue.Ass;

    internal bool AAllocationJeune => Allocation is AllocationPercue.Cej or AllocationPercue.Pacea;

    internal bool SuivieParMissionLocale => OrganismeReferent is Dossiers.OrganismeReferent.MissionLocale;

    /// <summary>Who accompanies her can change who sanctions her.</summary>
    internal bool DependDuReferent => AAllocationJeune || Allocation is AllocationPercue.Aucune;
}
