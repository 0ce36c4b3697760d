using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Espaces.Commun;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>Everything the page of one dossier shows.</summary>
public sealed record VueDossier
{
    public required Dossier Dossier { get; init; }

    public required string Commune { get; init; }

    public required int Age { get; init; }

    public Activities.Dossiers.Conseiller? Referent { get; init; }

    public required IReadOnlyList<EtapeParcours> Ruban { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<Fait> Faits { get; init; }

    /// <summary>What was written, by the facts and the contract shown.</summary>
    public required Paroles Paroles { get; init; }

    public required int NombreFaits { get; init; }

    public required IReadOnlyList<Tache> Taches { get; init; }

    public Contrat? Contrat { get; init; }

    public required IReadOnlyList<RendezVous> RendezVous { get; init; }

    /// <summary>Who receives in them.</summary>
    public required IReadOnlyList<Activities.Dossiers.Conseiller> Receveurs { get; init; }

    public required IReadOnlyList<SemaineActivite> Semaines { get; init; }

    public required IReadOnlyList<Courrier> Courriers { get; init; }

    public required int NombreCourriers { get; init; }

    /// <summary>Different counsellors who opened the dossier in the last thirty days.</summary>
    public required int Regards { get; init; }
}
