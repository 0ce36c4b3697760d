namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Where the engine of a data folder listens, written there while it runs: a command finds the right one by the folder alone.</summary>
internal static class EngineAddressFile
{
    private const string Name = "moteur.adresse";

    public static void Write(string directory, string address) => File.WriteAllText(Path.Combine(directory, Name), address);

    public static void Remove(string directory) => File.Delete(Path.Combine(directory, Name));

    /// <summary>host:port of the engine that runs, or ran last without a clean stop; null when none does, or a cut left half of it.</summary>
    public static string? Read(string directory) => Path.Combine(directory, Name) is var file && File.Exists(file) && File.ReadAllText(file).Trim() is var address && EngineEndpoint.Faute(address) is null ? address : null;
}
