using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;

namespace FranceTravail.Parcours.Engine.Tests.Faults;

/// <summary>
/// The disk below one folder, as SQLite sees it. It counts what is written, truncated and synced there, fails where it is told to, and
/// remembers what was synced: a power cut takes the rest.
/// </summary>
internal sealed unsafe class FaultyDisk : IDisposable
{
    private const int Ok = 0;
    private const int ReadError = 10 | (1 << 8);
    private const int WriteError = 10 | (3 << 8);
    private const int SyncError = 10 | (4 << 8);
    private const int DeleteError = 10 | (10 << 8);
    private const int Full = 13;

    private static readonly ConcurrentDictionary<string, FaultyDisk> Disks = new();
    private static readonly ConcurrentDictionary<nint, (FaultyDisk Disk, string Path, nint Below)> Files = new();
    private static readonly ConcurrentDictionary<nint, nint> Tables = new();
    private static FileLayer* Below;

    private readonly Lock gate = new();
    private readonly string folder;
    private readonly Dictionary<string, KeptFile> kept = [];
    private DiskFault fault;
    private int failAt;
    private bool isDead;

    public FaultyDisk(string folder)
    {
        this.folder = folder;
        Disks[folder] = this;
    }

    /// <summary>What was written, truncated and synced since it was last armed.</summary>
    public int Count { get; private set; }

    /// <summary>Time that each sync takes.</summary>
    public TimeSpan SyncTime { get; set; }

    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "It has to lie below every connection of the test program.")]
    internal static void Register() => Below = FileLayer.Register("faulty", &Open, &Delete, isDefault: true);

    /// <summary>Fails at the n-th operation from now, in some way; never for 0.</summary>
    public void Arm(int at, DiskFault how)
    {
        lock (gate)
        {
            (Count, failAt, fault) = (0, at, how);
        }
    }

    /// <summary>The power is back: files hold what was synced, and of the rest what a seed says; 0 for nothing of it.</summary>
    public void PowerUp(int seed)
    {
        lock (gate)
        {
            isDead = false;
            (failAt, Count) = (0, 0);
            foreach (var (path, file) in kept)
            {
                File.WriteAllBytes(path, file.AfterPowerCut(seed));
                File.Delete(path + "-shm");
            }

            kept.Clear();
        }
    }

    public void Dispose() => Disks.TryRemove(folder, out _);

    private static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    private static FaultyDisk? Of(string path) => Path.GetDirectoryName(path) is { } folder ? Disks.GetValueOrDefault(folder) : null;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(FileLayer* layer, byte* path, OpenFile* file, int flags, int* outFlags)
    {
        var result = Below->Open(Below, path, file, flags, outFlags);
        if (result == Ok && path is not null && Of(Text(path)) is { } disk)
        {
            disk.Know(Text(path));
            Files[(nint)file] = (disk, Text(path), (nint)file->Methods);
            file->Methods = (FileMethods*)Tables.GetOrAdd((nint)file->Methods, Table);
        }

        return result;
    }

    private static nint Table(nint below)
    {
        var methods = (FileMethods*)NativeMemory.Alloc((nuint)sizeof(FileMethods));
        *methods = *(FileMethods*)below;
        methods->Close = &Close;
        methods->Read = &Read;
        methods->Write = &Write;
        methods->Truncate = &Truncate;
        methods->Sync = &Sync;
        return (nint)methods;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(FileLayer* layer, byte* path, int sync)
    {
        if (Of(Text(path)) is not { } disk)
        {
            return Below->Delete(Below, path, sync);
        }

        lock (disk.gate)
        {
            if (disk.isDead)
            {
                return DeleteError;
            }

            disk.kept.Remove(Text(path));
            return Below->Delete(Below, path, sync);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(OpenFile* file)
    {
        Files.TryRemove((nint)file, out var open);
        file->Methods = (FileMethods*)open.Below;
        return file->Methods->Close(file);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(OpenFile* file, byte* bytes, int length, long offset)
    {
        var open = Files[(nint)file];
        return open.Disk.isDead ? ReadError : ((FileMethods*)open.Below)->Read(file, bytes, length, offset);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(OpenFile* file, byte* bytes, int length, long offset)
    {
        var open = Files[(nint)file];
        lock (open.Disk.gate)
        {
            var part = open.Disk.Next() switch
            {
                DiskFault.Before or DiskFault.PowerCut => 0,
                DiskFault.Torn => length / 2,
                DiskFault.Full => -1,
                DiskFault.After => -2,
                _ => length,
            };
            if (part == -1)
            {
                return Full;
            }

            var written = part == -2 ? length : part;
            if (written > 0)
            {
                open.Disk.kept[open.Path].Write(offset, new ReadOnlySpan<byte>(bytes, written).ToArray());
                _ = ((FileMethods*)open.Below)->Write(file, bytes, written, offset);
            }

            return part == length ? Ok : WriteError;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(OpenFile* file, long size)
    {
        var open = Files[(nint)file];
        lock (open.Disk.gate)
        {
            var how = open.Disk.Next();
            if (how is DiskFault.None or DiskFault.After)
            {
                open.Disk.kept[open.Path].Truncate(size);
                _ = ((FileMethods*)open.Below)->Truncate(file, size);
            }

            return how is DiskFault.None ? Ok : WriteError;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(OpenFile* file, int flags)
    {
        var open = Files[(nint)file];
        Thread.Sleep(open.Disk.SyncTime);
        lock (open.Disk.gate)
        {
            var how = open.Disk.Next();
            if (how is DiskFault.None or DiskFault.After)
            {
                open.Disk.kept[open.Path].Sync();
            }

            return how is DiskFault.None ? Ok : SyncError;
        }
    }

    private void Know(string path)
    {
        lock (gate)
        {
            if (!kept.ContainsKey(path))
            {
                kept.Add(path, new KeptFile(File.ReadAllBytes(path)));
            }
        }
    }

    /// <summary>What becomes of the next operation.</summary>
    private DiskFault Next()
    {
        Count++;
        if (isDead)
        {
            return DiskFault.Before;
        }

        if (failAt == 0 || (fault == DiskFault.Full ? Count < failAt : Count != failAt))
        {
            return DiskFault.None;
        }

        isDead = fault == DiskFault.PowerCut;
        return fault;
    }
}
