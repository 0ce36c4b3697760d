namespace FranceTravail.Parcours.Workflows.Orientation;

/// <summary>The letter that notifies a decision, as the announcement of the decision carries it to the thread that sends it.</summary>
/// <param name="Modele">Code of the letter.</param>
/// <param name="Donnees">Its data.</param>
internal sealed record LettreDecision(string Modele, IReadOnlyDictionary<string, string> Donnees)
{
    private const string Cle = "modele";

    /// <summary>As an announcement carries it.</summary>
    public IReadOnlyDictionary<string, string> Valeurs => new Dictionary<string, string>(Donnees) { [Cle] = Modele };

    public static LettreDecision De(IReadOnlyDictionary<string, string> valeurs) =>
        new(valeurs[Cle], valeurs.Where(v => v.Key != Cle).ToDictionary());
}
