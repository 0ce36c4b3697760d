namespace FranceTravail.Parcours.Host.Composition;

/// <summary>The folder of all state: made when missing, refused in one sentence when it cannot be written.</summary>
internal static class DataFolder
{
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
}
