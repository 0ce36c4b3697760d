using FranceTravail.Parcours.Activities;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>The folder of all state: made when missing, refused in one sentence when it cannot be written.</summary>
internal static class DataFolder
{
    private const string Marque = "temps";

    /// <exception cref="StartupRefusal">The folder cannot be made or written.</exception>
    public static void Prepare(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            var probe = Path.Combine(directory, $".essai-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new StartupRefusal(
                $"Le dossier de données « {directory} » ne peut pas être écrit. Donnez le droit d’y écrire, ou choisissez-en un autre avec --data.", error);
        }
    }

    /// <summary>Refuses a folder whose time is not that of this process: what a sandbox decides is of a future that is made up.</summary>
    /// <exception cref="StartupRefusal">It is a sandbox's and this is none, or the other way round.</exception>
    public static void Verifier(string directory, bool bacASable)
    {
        if (FichierDurable.LireMot(Path.Combine(directory, Marque)) is { } temps && temps != Temps(bacASable))
        {
            throw new StartupRefusal(bacASable
                ? $"Le dossier de données « {directory} » est réel : un bac à sable y écrirait des échéances d’un temps inventé. Retirez --sandbox, ou choisissez un autre dossier avec --data."
                : $"Le dossier de données « {directory} » est celui d’un bac à sable, dont le temps est inventé. Ajoutez --sandbox, ou choisissez un autre dossier avec --data.");
        }
    }

    /// <summary>Whether the folder knows whose time it has.</summary>
    public static bool EstMarque(string directory) => FichierDurable.LireMot(Path.Combine(directory, Marque)) is not null;

    /// <summary>Keeps for good whose time the folder has; to be called once it was verified and something runs on it.</summary>
    public static void Marquer(string directory, bool bacASable) => FichierDurable.NoterMot(Path.Combine(directory, Marque), Temps(bacASable));

    private static string Temps(bool bacASable) => bacASable ? "inventé" : "réel";
}
