namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>A file that is there while the store is prepared: found at a start, it tells that the start before was interrupted.</summary>
internal sealed class TemoinPreparation(string dossier)
{
    private readonly string chemin = Path.Combine(dossier, "dossiers.preparation");

    public bool Reste => File.Exists(chemin);

    public void Poser() => File.WriteAllBytes(chemin, []);

    public void Oter() => File.Delete(chemin);
}
