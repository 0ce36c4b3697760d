using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Redaction;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>A counsellor of an organisation that follows people.</summary>
[Index(nameof(Territoire))]
public sealed class Conseiller
{
    public required string Id { get; init; }

    public required string Nom { get; set; }

    public required string Prenom { get; set; }

    public required string Territoire { get; set; }

    public required OrganismeReferent Organisme { get; set; }

    /// <summary>Whose agent she is, and whose decisions she may take; null for a délégataire, which decides nothing.</summary>
    public Decideur? Autorite { get; set; }

    /// <summary>Where she works, by the name of the place.</summary>
    public string Structure => Autorite switch
    {
        Decideur.PresidentMetropoleLyon => "métropole de Lyon",
        Decideur.PresidentCollectiviteEuropeenneAlsace => "Collectivité européenne d’Alsace",
        _ => Libelles.De(Organisme),
    };

    public required string Telephone { get; set; }

    public required string Courriel { get; set; }

    /// <summary>Receives the escalations of the territory, and follows nobody.</summary>
    public bool Encadrant { get; set; }
}
