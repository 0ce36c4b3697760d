namespace FranceTravail.Parcours.Workflows.Droit.Modele;

/// <summary>How many days before a deadline its task reminds, where the template does not say: choices of the product.</summary>
public sealed record RappelsService
{
    public IReadOnlyList<int> Orientation { get; init; } = [5, 1];

    public IReadOnlyList<int> PreuveReception { get; init; } = [3];

    public IReadOnlyList<int> AlertePremierRendezVous { get; init; } = [5, 2];

    public IReadOnlyList<int> Diagnostic { get; init; } = [2];

    public IReadOnlyList<int> Semaine { get; init; } = [1];

    public IReadOnlyList<int> Revue { get; init; } = [3, 1];
}
