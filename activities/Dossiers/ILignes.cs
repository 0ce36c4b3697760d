namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Rows of a dossier by key: those of the store, or an image in memory to hold the store against.</summary>
internal interface ILignes
{
    /// <summary>The row, or a new one.</summary>
    ValueTask<T> TrouverAsync<T>(Func<T> creer, params object[] cle)
        where T : class;

    /// <summary>All the tasks of the dossier, done or not.</summary>
    ValueTask<IReadOnlyCollection<Tache>> TachesAsync(string dossierId);

    /// <summary>What was said of the person under a reference; null when it is not there.</summary>
    ValueTask<DonneesRecues?> DonneesAsync(string dossierId, string reference);
}
