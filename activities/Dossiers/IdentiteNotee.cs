namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>The identity of the store that a data folder works with, in a file beside the engine's. A store that was deleted, or put in
/// place of another, would else be taken for a new one, and the persons of the old one be gone without a word.</summary>
internal sealed class IdentiteNotee(string dossier)
{
    private readonly string chemin = Path.Combine(dossier, "dossiers.identite");

    public string? Lire() => File.Exists(chemin) && File.ReadAllText(chemin).Trim() is { Length: > 0 } id ? id : null;

    /// <summary>Whole or not at all: a cut leaves the old one or the new one.</summary>
    public void Noter(string id)
    {
        if (Lire() != id)
        {
            FichierDurable.Ecrire(chemin, System.Text.Encoding.UTF8.GetBytes(id));
        }
    }
}
