namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>An answer, or the sentence that says why there is none.</summary>
public sealed record ReponseDeDroit
{
    /// <summary>Why there is no answer, a French sentence; null when there is one.</summary>
    public string? Erreur { get; init; }

    /// <summary>There is none because a value is missing.</summary>
    public bool Incomplet { get; init; }

    /// <summary>The values, in the order of <see cref="QuestionDeDroit.ColonnesReponse"/>; an empty text where nothing applies.</summary>
    public IReadOnlyList<string> Valeurs { get; init; } = [];

    /// <summary>The answer in French, one sentence each.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    public IReadOnlyList<Article> Articles { get; init; } = [];

    /// <summary>The version of the law that answered.</summary>
    public VersionDroit? Version { get; init; }

    internal static ReponseDeDroit Impossible(string erreur) => new() { Erreur = erreur };

    internal static ReponseDeDroit Inconnue(string sujet, NodaTime.LocalDate le, VersionDroit premiere) => Impossible(DroitInconnuException.Dire(sujet, le, premiere));
}
