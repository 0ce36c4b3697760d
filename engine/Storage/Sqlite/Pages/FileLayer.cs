using System.Runtime.InteropServices;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;

/// <summary>SQLite's way to its files (<c>sqlite3_vfs</c>), as far as a layer is put into it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FileLayer
{
    public int Version;
    public int FileSize;
    public int LongestPath;
    public FileLayer* Next;
    public byte* Name;
    public void* Data;
    public delegate* unmanaged[Cdecl]<FileLayer*, byte*, OpenFile*, int, int*, int> Open;
    public delegate* unmanaged[Cdecl]<FileLayer*, byte*, int, int> Delete;

    /// <summary>What no layer here touches: from <c>xAccess</c> to <c>xNextSystemCall</c>.</summary>
    private fixed long others[14];

    /// <summary>Registers a layer over the one that is there by default.</summary>
    /// <param name="name">Its name, for connection strings.</param>
    /// <param name="open">Opens a file by the layer below, and puts methods of its own before it.</param>
    /// <param name="delete">Deletes a file; null leaves it to the layer below.</param>
    /// <param name="isDefault">Connections that name no layer use it.</param>
    /// <returns>The layer below.</returns>
    public static FileLayer* Register(
        string name,
        delegate* unmanaged[Cdecl]<FileLayer*, byte*, OpenFile*, int, int*, int> open,
        delegate* unmanaged[Cdecl]<FileLayer*, byte*, int, int> delete,
        bool isDefault)
    {
        var below = Sqlite.sqlite3_vfs_find(null);
        var layer = (FileLayer*)NativeMemory.Alloc((nuint)sizeof(FileLayer));
        *layer = *below;
        layer->Name = (byte*)Marshal.StringToCoTaskMemUTF8(name);
        layer->Open = open;
        if (delete is not null)
        {
            layer->Delete = delete;
        }

        var result = Sqlite.sqlite3_vfs_register(layer, isDefault ? 1 : 0);
        return result == 0 ? below : throw new InvalidOperationException($"SQLite did not take the file layer {name}: {result}.");
    }
}

/// <summary>A file that SQLite has open (<c>sqlite3_file</c>); what the layer below keeps of it follows.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct OpenFile
{
    public FileMethods* Methods;
}

/// <summary>What SQLite does with an open file (<c>sqlite3_io_methods</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FileMethods
{
    public int Version;
    public delegate* unmanaged[Cdecl]<OpenFile*, int> Close;
    public delegate* unmanaged[Cdecl]<OpenFile*, byte*, int, long, int> Read;
    public delegate* unmanaged[Cdecl]<OpenFile*, byte*, int, long, int> Write;
    public delegate* unmanaged[Cdecl]<OpenFile*, long, int> Truncate;
    public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Sync;

    /// <summary>What no layer here touches: from <c>xFileSize</c> to <c>xUnfetch</c>.</summary>
    private fixed long others[13];
}

/// <summary>The functions of SQLite that its .NET packages do not show.</summary>
internal static unsafe partial class Sqlite
{
    private const string Library = "e_sqlite3";

    [LibraryImport(Library)]
    public static partial FileLayer* sqlite3_vfs_find(byte* name);

    [LibraryImport(Library)]
    public static partial int sqlite3_vfs_register(FileLayer* layer, int isDefault);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int sqlite3_file_control(nint database, string name, int operation, int* argument);
}
