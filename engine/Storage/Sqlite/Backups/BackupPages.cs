using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;
using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite.Backups;

/// <summary>
/// A layer between SQLite and the file that a backup is copied into: a page that is the same as at the last backup is not written, so that
/// a copy has holes where nothing changed. SQLite reads none of them again: it copies each page once, into a file that was empty.
/// </summary>
internal sealed unsafe class BackupPages : IDisposable
{
    private const string Name = "parcours-backup";
    private const int Ok = 0;
    private const int MainDatabase = 0x100;
    private const int PagesAt = 28;

    private static readonly LayerMethods Methods = new(null, &Write);
    private static readonly FileLayer* Below = FileLayer.Register(Name, &Open, null, isDefault: false);

    /// <summary>The copies that are being made, by their names, and by their open files.</summary>
    private static readonly ConcurrentDictionary<string, BackupPages> ByName = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<nint, BackupPages> ByFile = new();

    private readonly string path;
    private readonly IReadOnlyList<ulong> before;
    private readonly bool bearsChecks;
    private readonly Dictionary<long, ulong> sums = [];
    private readonly HashSet<long> written = [];
    private long pages;

    /// <summary>Prepares a copy.</summary>
    /// <param name="path">Where it is made; nothing may be there.</param>
    /// <param name="before">Sums of the pages that need not be written.</param>
    /// <param name="bearsChecks">The pages bear checks, which SQLite does not carry over.</param>
    public BackupPages(string path, IReadOnlyList<ulong> before, bool bearsChecks)
    {
        (this.path, this.before, this.bearsChecks) = (path, before, bearsChecks);
        ByName[Path.GetFileName(path)] = this;
    }

    /// <summary>Pages that were written, from 0, in their order.</summary>
    public IReadOnlyCollection<long> Written => [.. written.Where(page => page < pages).Order()];

    /// <summary>The sums of all pages of the copy; SQLite leaves out the one that it locks by.</summary>
    public IReadOnlyList<ulong> Sums => [.. Enumerable.Range(0, (int)pages).Select(page => sums.TryGetValue(page, out var sum) ? sum : SumOf(new byte[CheckedPages.PageSize]))];

    /// <summary>Makes the copy.</summary>
    public void Copy(SqliteConnection source)
    {
        RuntimeHelpers.RunClassConstructor(typeof(BackupPages).TypeHandle);
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, Vfs = Name }.ToString());
        copy.Open();
        EngineFile.Execute(copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
        source.BackupDatabase(copy);
    }

    /// <summary>The sum of a page.</summary>
    public static ulong SumOf(ReadOnlySpan<byte> page)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(page, hash);
        return BitConverter.ToUInt64(hash);
    }

    public void Dispose()
    {
        ByName.TryRemove(Path.GetFileName(path), out _);
        foreach (var file in ByFile.Where(f => f.Value == this).ToList())
        {
            ByFile.TryRemove(file.Key, out _);
        }
    }

    /// <summary>Whether a page is to be written; what SQLite does not carry over is put into it.</summary>
    private bool Take(Span<byte> page, long offset)
    {
        if (offset == 0)
        {
            // A copy stands alone, without a journal beside it.
            (page[18], page[19]) = (1, 1);
            pages = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(page[PagesAt..]);
        }

        if (bearsChecks)
        {
            PageSum.Set(page, offset);
        }

        var (number, sum) = (offset / CheckedPages.PageSize, SumOf(page));
        sums[number] = sum;
        if (offset > 0 && number < before.Count && before[(int)number] == sum)
        {
            written.Remove(number);
            return false;
        }

        written.Add(number);
        return true;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(FileLayer* layer, byte* path, OpenFile* file, int flags, int* outFlags)
    {
        var result = Below->Open(Below, path, file, flags, outFlags);
        if (result == Ok && (flags & MainDatabase) != 0 && Path.GetFileName(Marshal.PtrToStringUTF8((nint)path)) is { } name && ByName.TryGetValue(name, out var copy))
        {
            ByFile[(nint)file] = copy;
            Methods.PutBefore(file);
        }

        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(OpenFile* file, byte* bytes, int length, long offset) =>
        length == CheckedPages.PageSize && ByFile.TryGetValue((nint)file, out var copy) && !copy.Take(new Span<byte>(bytes, length), offset)
            ? Ok
            : LayerMethods.Below(file)->Write(file, bytes, length, offset);
}
