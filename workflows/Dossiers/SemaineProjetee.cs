using NodaTime;

namespace FranceTravail.Parcours.Workflows.Dossiers;

public sealed record SemaineProjetee
{
    /// <summary>The Monday.</summary>
    public required LocalDate Lundi { get; init; }

    public required decimal HeuresPrevues { get; init; }
    public decimal? HeuresDeclarees { get; init; }
    public decimal? HeuresValidees { get; init; }
    public required StatutSemaine Statut { get; init; }
}
