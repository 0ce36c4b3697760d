namespace FranceTravail.Parcours.Host.Simulateurs;

/// <summary>Simulators of another process hold the file.</summary>
internal sealed class FichierOccupeException(string path, Exception cause) : IOException($"The file {path} is used by other simulators.", cause);
