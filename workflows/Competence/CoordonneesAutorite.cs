namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>What a deployment says of an authority in its place: how it is called there, and how it is reached. What is not said is as it is known nationally.</summary>
/// <param name="De">Which authority.</param>
/// <param name="Ressort">Where.</param>
/// <param name="Periode">When.</param>
public sealed record CoordonneesAutorite(Decideur De, Ressort Ressort, Periode Periode)
{
    public string? Titre { get; init; }

    public string? Nom { get; init; }

    public string? Adresse { get; init; }

    public string? Telephone { get; init; }

    public string? Courriel { get; init; }

    /// <summary>How the mediator is reached whom a person sees before the court.</summary>
    public string? Mediateur { get; init; }

    /// <summary>« le tribunal administratif de Lille, 5 rue Geoffroy Saint-Hilaire, 59014 Lille ».</summary>
    public string? Tribunal { get; init; }
}
