namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>What a step says to the other threads.</summary>
/// <param name="Nom">One of <see cref="Annonces"/>, or the type and issue of a thread that ran by itself.</param>
/// <param name="Valeurs">What goes with it: a thread that it opens reads them.</param>
internal sealed record Annonce(string Nom, IReadOnlyDictionary<string, string> Valeurs)
{
    public Annonce(string nom)
        : this(nom, new Dictionary<string, string>())
    {
    }
}
