namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>Kinds of <see cref="StatutRendezVous"/>, for queries too.</summary>
public static class StatutsRendezVous
{
    /// <summary>It is still to be held, or being held.</summary>
    public static IReadOnlyList<StatutRendezVous> AVenir { get; } =
        [StatutRendezVous.Propose, StatutRendezVous.Convoque, StatutRendezVous.Confirme, StatutRendezVous.AConstater];

    /// <summary>Its hour is given back: nobody is expected any more.</summary>
    public static IReadOnlyList<StatutRendezVous> Rendus { get; } =
    [
        StatutRendezVous.Deplace, StatutRendezVous.DeplaceParOrganisme, StatutRendezVous.AnnuleParPersonne, StatutRendezVous.AnnuleParOrganisme, StatutRendezVous.SansObjet,
    ];
}
