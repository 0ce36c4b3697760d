namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>The identity of the store that a data folder works with, in a file beside the engine's. A store that was deleted, or put in
/// place of another, would else be taken for a new one, and the persons of the old one be gone without a word.</summary>
internal sealed class IdentiteNotee(string dossier)
{
    private readonly string chemin = Path.Combine(dossier, "dossiers.identite");

    public string? Lire() => FichierDurable.LireMot(chemin);

    public void Noter(string id) => FichierDurable.NoterMot(chemin, id);
}
