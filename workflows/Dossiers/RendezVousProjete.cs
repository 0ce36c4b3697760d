using NodaTime;

namespace FranceTravail.Parcours.Workflows.Dossiers;

public sealed record RendezVousProjete
{
    public required string RendezVousId { get; init; }

    /// <summary>« Premier rendez-vous ».</summary>
    public required string Objet { get; init; }

    public required Instant Debut { get; init; }
    public required Instant Fin { get; init; }

    /// <summary>Where, as the agenda says it; null when it did not say.</summary>
    public string? Lieu { get; init; }

    public string? ConseillerId { get; init; }
    public required StatutRendezVous Statut { get; init; }
}
