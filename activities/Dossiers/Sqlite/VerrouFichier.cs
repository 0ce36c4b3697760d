namespace FranceTravail.Parcours.Activities.Dossiers.Sqlite;

/// <summary>A lock file beside the store, held by the operating system for the process that has it open.</summary>
internal sealed class VerrouFichier : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly FileStream fichier;

    private VerrouFichier(FileStream fichier) => this.fichier = fichier;

    /// <exception cref="DossiersException">Another process holds it for too long.</exception>
    public static async Task<VerrouFichier> PrendreAsync(string chemin, string nom, Action attendre, CancellationToken cancellationToken)
    {
        var debut = TimeProvider.System.GetTimestamp();
        for (var essai = 0; ; essai++)
        {
            if (Essayer(chemin) is { } fichier)
            {
                return new VerrouFichier(fichier);
            }

            if (TimeProvider.System.GetElapsedTime(debut) > Patience)
            {
                throw new DossiersException(MotifDossiers.Occupee, nom);
            }

            if (essai == 0)
            {
                attendre();
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => fichier.DisposeAsync();

    private static FileStream? Essayer(string chemin)
    {
        try
        {
            return new FileStream(chemin, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error is not (DirectoryNotFoundException or FileNotFoundException) && File.Exists(chemin))
        {
            return null;
        }
    }
}
