namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>An authority in its place: who a decision is taken by, and what a letter says of it.</summary>
public sealed record Autorite
{
    public required Decideur Decideur { get; init; }

    /// <summary>The quality, as it stands under a decision: « président du conseil départemental du Pas-de-Calais ».</summary>
    public required string Titre { get; init; }

    /// <summary>The body: « Département du Pas-de-Calais ».</summary>
    public required string Nom { get; init; }

    /// <summary>Where remedies are sent; null where a deployment has to say it.</summary>
    public string? Adresse { get; init; }

    public string? Telephone { get; init; }

    public string? Courriel { get; init; }

    /// <summary>How the mediator is reached whom a person sees before the court; null where a deployment has to say it.</summary>
    public string? Mediateur { get; init; }

    /// <summary>The court of its decisions: « le tribunal administratif de Lille, 5 rue Geoffroy Saint-Hilaire, 59014 Lille »; null where it is not said.</summary>
    public string? Tribunal { get; init; }

    /// <summary>« France Travail », « le président du conseil départemental du Pas-de-Calais ».</summary>
    public string Le => EstFranceTravail ? "France Travail" : $"{(Voyelle ? "l’" : Feminin ? "la " : "le ")}{Titre}";

    /// <summary>« de France Travail », « du président de la métropole de Lyon ».</summary>
    public string DuNom => EstFranceTravail ? "de France Travail" : Voyelle || Feminin ? $"de {Le}" : $"du {Titre}";

    /// <summary>« à France Travail », « au directeur de la caisse d’allocations familiales ».</summary>
    public string Au => EstFranceTravail ? "à France Travail" : Voyelle || Feminin ? $"à {Le}" : $"au {Titre}";

    private bool Voyelle => Titre is ['a' or 'e' or 'é' or 'i' or 'o' or 'u', ..];

    /// <summary>By how the names of offices are written for a woman: présidente, directrice, préfète, cheffe.</summary>
    private bool Feminin => Titre.Split(' ')[0] is var mot && Fins.Any(f => mot.EndsWith(f, StringComparison.Ordinal));

    private static readonly string[] Fins = ["ente", "ante", "trice", "ète", "effe", "ière", "euse", "uée", "gée", "oise"];

    private bool EstFranceTravail => Decideur is Decideur.FranceTravail;
}
