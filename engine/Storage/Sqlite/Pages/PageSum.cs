using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;

/// <summary>The check of a page of the file: its last eight bytes, which SQLite leaves alone. It rests on where the page lies, so that one in the place of another is seen.</summary>
internal static class PageSum
{
    /// <summary>Bytes at the end of each page.</summary>
    public const int Length = 8;

    private const int Smallest = 512;

    /// <summary>What is read or written is a whole page.</summary>
    public static bool IsPage(int length, long offset) => length >= Smallest && (length & (length - 1)) == 0 && offset % length == 0;

    public static void Set(Span<byte> page, long offset) => BinaryPrimitives.WriteUInt64LittleEndian(page[^Length..], Of(page, offset));

    /// <summary>A page is as it was written; one that never was is a hole of zeros.</summary>
    public static bool Holds(ReadOnlySpan<byte> page, long offset) =>
        BinaryPrimitives.ReadUInt64LittleEndian(page[^Length..]) == Of(page, offset) || page.IndexOfAnyExcept((byte)0) < 0;

    private static ulong Of(ReadOnlySpan<byte> page, long offset)
    {
        var (one, two) = ((ulong)offset + 1, 0UL);
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(page[..^Length]))
        {
            one = (one + word) * 0x9E3779B97F4A7C15;
            two += one ^ (one >> 29);
        }

        return one ^ two;
    }
}
