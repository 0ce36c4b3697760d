using FranceTravail.Parcours.Activities;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Which engine the file of a data folder is, written there at each of its starts: what answers at an address may be another one.</summary>
internal static class EngineIdentityFile
{
    private const string Name = "moteur.identite";

    public static void Write(string directory, string id) => FichierDurable.NoterMot(Path.Combine(directory, Name), id);

    /// <summary>Null in a folder where no engine ever ran.</summary>
    public static string? Read(string directory) => FichierDurable.LireMot(Path.Combine(directory, Name));
}
