using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;

/// <summary>
/// A layer between SQLite and the engine's file that puts a check into each page that is written, and refuses a page that is not as it was
/// written. What is refused comes out as <see cref="Damage.Page"/>. The journal has checks of its own.
/// </summary>
internal static unsafe class CheckedPages
{
    public const int PageSize = 4096;

    /// <summary>Marks files whose pages bear checks, in their header: <c>PCH1</c>.</summary>
    private const int Mark = 0x50434831;

    private const string Name = "parcours";
    private const int Ok = 0;
    private const int MainDatabase = 0x100;
    private const int ReserveBytes = 38;
    private const int HeaderLength = 100;
    private const int ReservedAt = 20;
    private const int MarkAt = 68;

    /// <summary>SQLite locks by this byte, and never writes the page that it is in.</summary>
    private const long PendingByte = 0x40000000;

    private static readonly LayerMethods Methods = new(&Read, &Write);
    private static readonly FileLayer* Below = FileLayer.Register(Name, &Open, null, isDefault: false);

    /// <summary>A connection to an engine's file.</summary>
    public static SqliteConnection Connect(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate)
    {
        RuntimeHelpers.RunClassConstructor(typeof(CheckedPages).TypeHandle);
        return new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, Vfs = Name }.ToString());
    }

    /// <summary>Has a file that is still empty bear checks. Behind the opening, before anything else.</summary>
    public static void Reserve(SqliteConnection connection)
    {
        var bytes = PageSum.Length;
        var result = Sqlite.sqlite3_file_control(connection.Handle!.DangerousGetHandle(), "main", ReserveBytes, &bytes);
        if (result != Ok)
        {
            throw new InvalidOperationException($"SQLite did not leave room for checks: {result}.");
        }

        EngineFile.Execute(connection, $"PRAGMA application_id = {Mark.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    /// <summary>Whether the pages of a file bear checks.</summary>
    public static bool BearsChecks(string path)
    {
        using var file = Shared(path);
        var header = new byte[HeaderLength];
        return RandomAccess.Read(file, header, 0) == HeaderLength && BearsChecks(header);
    }

    /// <summary>The pages of a file that are not as they were written, from 1; none where the file bears no checks. An engine may run on it.</summary>
    public static IEnumerable<long> Damaged(string path)
    {
        if (!BearsChecks(path))
        {
            yield break;
        }

        using var file = Shared(path);
        var page = new byte[PageSize];
        for (var offset = 0L; offset + PageSize <= RandomAccess.GetLength(file); offset += PageSize)
        {
            if (!Holds(file, page, offset) && offset / PageSize != PendingByte / PageSize)
            {
                yield return (offset / PageSize) + 1;
            }
        }
    }

    private static Microsoft.Win32.SafeHandles.SafeFileHandle Shared(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>A page that is being written is looked at again.</summary>
    private static bool Holds(Microsoft.Win32.SafeHandles.SafeFileHandle file, byte[] page, long offset)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            if (RandomAccess.Read(file, page, offset) == page.Length && PageSum.Holds(page, offset))
            {
                return true;
            }

            Thread.Sleep(attempt * 20);
        }

        return false;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(FileLayer* layer, byte* path, OpenFile* file, int flags, int* outFlags)
    {
        var result = Below->Open(Below, path, file, flags, outFlags);
        if (result == Ok && (flags & MainDatabase) != 0 && BearsChecks(file))
        {
            Methods.PutBefore(file);
        }

        return result;
    }

    /// <summary>One of two signs is enough, so that no single fault of the header turns the checks off; an empty file is about to bear them.</summary>
    private static bool BearsChecks(OpenFile* file)
    {
        var header = stackalloc byte[HeaderLength];
        return file->Methods->Read(file, header, HeaderLength, 0) != Ok || BearsChecks(new ReadOnlySpan<byte>(header, HeaderLength));
    }

    private static bool BearsChecks(ReadOnlySpan<byte> header) => header[ReservedAt] == PageSum.Length || header.Slice(MarkAt, sizeof(int)).SequenceEqual("PCH1"u8);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(OpenFile* file, byte* bytes, int length, long offset)
    {
        var result = LayerMethods.Below(file)->Read(file, bytes, length, offset);
        return result == Ok && PageSum.IsPage(length, offset) && !PageSum.Holds(new ReadOnlySpan<byte>(bytes, length), offset) ? Damage.Page : result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(OpenFile* file, byte* bytes, int length, long offset)
    {
        if (PageSum.IsPage(length, offset))
        {
            PageSum.Set(new Span<byte>(bytes, length), offset);
        }

        return LayerMethods.Below(file)->Write(file, bytes, length, offset);
    }
}
