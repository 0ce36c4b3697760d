using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours;
using NodaTime;

namespace FranceTravail.Parcours.Host.Espaces.Personne;

/// <summary>What a person sees of her own journey.</summary>
public sealed record VuePersonne
{
    public required Dossier Dossier { get; init; }

    public Activities.Dossiers.Conseiller? Referent { get; init; }

    public required IReadOnlyList<EtapeParcours> Etapes { get; init; }

    /// <summary>What she has to do, the earliest first.</summary>
    public required IReadOnlyList<Tache> AFaire { get; init; }

    /// <summary>What the organisation owes her, by date.</summary>
    public required IReadOnlyList<Tache> Dus { get; init; }

    /// <summary>What is owed to her next in her accompaniment, and only there: a question that waits for its answer is no step of it.</summary>
    public Tache? Suite => Dus.FirstOrDefault(t => t.FilId == NomsParcours.FilPrincipal);

    /// <summary>Her next appointment, or null.</summary>
    public RendezVous? ProchainRendezVous { get; init; }

    /// <summary>Who receives her there; null while nobody is named.</summary>
    public Activities.Dossiers.Conseiller? Receveur { get; init; }

    public Contrat? Contrat { get; init; }

    /// <summary>Reads what kind each step is of.</summary>
    public required CatalogueEtapes Catalogue { get; init; }

    /// <summary>The step of a kind that is under way; null when none is.</summary>
    public EtapeParcours? EnCours(Func<DefinitionEtape, bool> genre) => Etapes.FirstOrDefault(e => e.Statut is StatutEtape.EnCours && Catalogue.Est(e.Type, genre));

    /// <summary>The step at which she is received first, under way or still to come; null once she was, and when the journey is closed.</summary>
    public EtapeParcours? PremierAccueil => Etapes.Where(e => Catalogue.Est(e.Type, d => d.EstPremierAccueil)).ToList() is var accueils
        && Dossier.Statut is not StatutDossier.Clos && accueils.All(e => e.Statut is not StatutEtape.Faite)
            ? accueils.FirstOrDefault(e => e.Precision is not null) : null;

    /// <summary>The last day of the next review; null when none is awaited, or when it is already to be held.</summary>
    public LocalDate? ProchaineRevue => EnCours(d => d.EstRevue) is { } revue && Dus.All(t => t.NoeudId != revue.NoeudId) ? revue.AvantLe : null;

    /// <summary>The last time it was said together where she stands: diagnostic or review; null before.</summary>
    public Fait? DernierPoint { get; init; }

    /// <summary>What she asked and what she was answered, the last first.</summary>
    public IReadOnlyList<Fait> Echanges { get; init; } = [];

    /// <summary>What was written behind the contract, the exchanges and the last diagnostic or review.</summary>
    public required Paroles Paroles { get; init; }

    public required IReadOnlyList<SemaineActivite> Semaines { get; init; }

    public required IReadOnlyList<Courrier> Courriers { get; init; }

    public required int NombreCourriers { get; init; }
}
