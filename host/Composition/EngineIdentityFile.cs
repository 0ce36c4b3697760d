using FranceTravail.Parcours.Activities;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Which engine the file of a data folder is, written there at each of its starts: what answers at an address may be another one.</summary>
internal static class EngineIdentityFile
{
    private const string Name = "moteur.identite";

    public static void Write(string directory, string id)
    {
        if (Read(directory) != id)
        {
            FichierDurable.Ecrire(Path.Combine(directory, Name), System.Text.Encoding.UTF8.GetBytes(id));
        }
    }

    /// <summary>Null in a folder where no engine ever ran.</summary>
    public static string? Read(string directory) =>
        Path.Combine(directory, Name) is var file && File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } id ? id : null;
}
