using NodaTime;

namespace FranceTravail.Parcours.Workflows.Dossiers;

public sealed record RendezVousProjete
{
    public required string RendezVousId { get; init; }

    /// <summary>« Premier rendez-vous ».</summary>
    public required string Objet { get; init; }

    public required Instant Debut { get; init; }
    public required Instant Fin { get; init; }

    public required LieuRendezVous Lieu { get; init; }

    /// <summary>Who receives: the référent, or who replaces her; null while nobody is named.</summary>
    public string? ConseillerId { get; init; }

    public required StatutRendezVous Statut { get; init; }
}
