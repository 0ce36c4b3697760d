using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace FranceTravail.Parcours.Activities;

/// <summary>
/// Files that are whole or not there, whatever cuts the power: written and synced beside, renamed, and the folder synced as well. The name
/// of a file is kept in its folder: without the last sync a row of the store could outlive the file that it proves, on file systems that
/// do not order the two as ext4 does.
/// </summary>
public static partial class FichierDurable
{
    /// <summary>Writes <paramref name="contenu"/> to <paramref name="chemin"/>; its folder is made when missing.</summary>
    public static void Ecrire(string chemin, ReadOnlySpan<byte> contenu)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(chemin))!;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            Synchroniser(Path.GetDirectoryName(folder)!);
        }

        var temporary = $"{chemin}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(contenu);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, chemin, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        Synchroniser(folder);
    }

    /// <summary>The one word that a file keeps; null when it is not there, or keeps nothing.</summary>
    public static string? LireMot(string chemin) => File.Exists(chemin) && File.ReadAllText(chemin).Trim() is { Length: > 0 } mot ? mot : null;

    /// <summary>Has a file keep one word; one that keeps it already is left alone.</summary>
    public static void NoterMot(string chemin, string mot)
    {
        if (LireMot(chemin) != mot)
        {
            Ecrire(chemin, Encoding.UTF8.GetBytes(mot));
        }
    }

    /// <summary>Syncs the names in a folder. .NET opens no folders; Windows keeps names in a journal of its own.</summary>
    public static void Synchroniser(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, 0);
        if (handle < 0)
        {
            throw Failure(folder);
        }

        try
        {
            if (FSync(handle) != 0)
            {
                throw Failure(folder);
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Failure(string folder) =>
        new($"The folder « {folder} » could not be synced.", new Win32Exception(Marshal.GetLastPInvokeError()));

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
