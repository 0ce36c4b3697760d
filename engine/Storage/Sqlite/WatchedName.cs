namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>A file that is held open, and whether it is still the one of its name. Where the system cannot say, it is.</summary>
internal sealed class WatchedName : IDisposable
{
    private readonly FileStream held;
    private readonly string descriptor;
    private readonly string? real;

    public WatchedName(string path)
    {
        held = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        descriptor = $"/proc/self/fd/{held.SafeFileHandle.DangerousGetHandle()}";
        real = Target();
    }

    public Microsoft.Win32.SafeHandles.SafeFileHandle Handle => held.SafeFileHandle;

    public bool IsSame => Target() == real;

    public void Dispose() => held.Dispose();

    /// <summary>Where the open file is now.</summary>
    private string? Target() => OperatingSystem.IsLinux() ? File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.FullName : null;
}
