namespace FranceTravail.Parcours.Host.Composition;

/// <summary>One setting that the program reads.</summary>
/// <param name="Nom">As <c>appsettings.json</c> names it; the environment writes two underscores for a colon.</param>
/// <param name="Attendu">What it must be, to be read after « il faut ».</param>
/// <param name="Convient">Whether a value is that.</param>
internal sealed record Reglage(string Nom, string Attendu, Func<string, bool> Convient)
{
    /// <summary>Set to nothing, it is as if it were not set.</summary>
    public bool PeutEtreVide { get; init; } = true;

    /// <summary>It holds a password: its value is not said.</summary>
    public bool Secret { get; init; }

    /// <summary>What is wrong with the value; null when nothing is, or when there is none.</summary>
    public string? Faute(string? valeur) =>
        valeur is null || (valeur.Length == 0 && PeutEtreVide) || (valeur.Length > 0 && Convient(valeur)) ? null
        : $"Le réglage {Nom} vaut « {(Secret ? "…" : valeur)} » : il faut {Attendu}.";
}
