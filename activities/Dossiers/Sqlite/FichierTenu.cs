using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FranceTravail.Parcours.Activities.Dossiers.Sqlite;

/// <summary>
/// The store's file as it was when it was first looked at, held open. It says whether what lies at its path is still that file with that
/// store in it, whole: a file may be deleted, moved away, put in place of it, poured into it, or cut.
/// </summary>
/// <remarks>Held until the end: closing a file gives up the locks that SQLite has on it in this process.</remarks>
internal sealed partial class FichierTenu : IDisposable
{
    /// <summary>Where SQLite keeps what we need in the first bytes of a file; it is written there by checkpoints only, and never half.</summary>
    private const int CompteurA = 24;
    private const int NumeroA = 68;
    private const int Debut = 100;

    private readonly Lock regard = new();
    private readonly string chemin;
    private readonly FileStream tenu;
    private readonly (ulong, uint, uint)? inode;
    private uint compteur;
    private uint numero;
    private long longueur;

    public FichierTenu(string chemin)
    {
        this.chemin = chemin;
        tenu = new FileStream(chemin, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        inode = Inode(chemin);
    }

    /// <summary>What became of the store; null as long as it is the same.</summary>
    public MotifDossiers? Perte()
    {
        if (!File.Exists(chemin))
        {
            return MotifDossiers.Disparue;
        }

        var vide = RandomAccess.GetLength(tenu.SafeFileHandle) == 0;
        return Inode(chemin) != inode || (!vide && EstRecouvert()) ? MotifDossiers.Remplacee : vide || EstCoupe() ? MotifDossiers.Corrompue : null;
    }

    public void Dispose() => tenu.Dispose();

    /// <summary>Another store has another number (<c>application_id</c>); an older copy of the same one has a counter of changes that goes back.</summary>
    private bool EstRecouvert()
    {
        lock (regard)
        {
            Span<byte> entete = stackalloc byte[Debut];
            if (RandomAccess.Read(tenu.SafeFileHandle, entete, 0) < Debut)
            {
                return true;
            }

            var (changements, sien) = (BinaryPrimitives.ReadUInt32BigEndian(entete[CompteurA..]), BinaryPrimitives.ReadUInt32BigEndian(entete[NumeroA..]));
            if ((numero != 0 && sien != numero) || changements < compteur)
            {
                return true;
            }

            (compteur, numero) = (changements, sien);
            return false;
        }
    }

    /// <summary>A store that nobody compacts never becomes shorter.</summary>
    private bool EstCoupe()
    {
        lock (regard)
        {
            var maintenant = RandomAccess.GetLength(tenu.SafeFileHandle);
            (var avant, longueur) = (longueur, Math.Max(longueur, maintenant));
            return maintenant < avant;
        }
    }

    /// <summary>Which file a path names now; null where the system cannot say.</summary>
    private static (ulong, uint, uint)? Inode(string chemin)
    {
        const int CurrentFolder = -100;
        const uint OnlyInode = 0x100;
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var etat = new byte[256];
        return Statx(CurrentFolder, chemin, 0, OnlyInode, etat) == 0
            ? (BitConverter.ToUInt64(etat, 32), BitConverter.ToUInt32(etat, 136), BitConverter.ToUInt32(etat, 140))
            : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, [Out] byte[] state);
}
