using System.Runtime.InteropServices;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;

/// <summary>What a layer does itself with the files that it opens; the rest is left to the layer below.</summary>
/// <param name="read">Reads; null leaves it to the layer below.</param>
/// <param name="write">Writes.</param>
internal sealed unsafe class LayerMethods(
    delegate* unmanaged[Cdecl]<OpenFile*, byte*, int, long, int> read,
    delegate* unmanaged[Cdecl]<OpenFile*, byte*, int, long, int> write)
{
    private readonly Lock gate = new();

    /// <summary>The methods of a file, by those of the layer below.</summary>
    private readonly Dictionary<nint, nint> tables = [];

    /// <summary>Puts them before those of a file that the layer below has opened.</summary>
    public void PutBefore(OpenFile* file)
    {
        var below = file->Methods;
        lock (gate)
        {
            if (!tables.TryGetValue((nint)below, out var known))
            {
                // Behind the methods stands where those of the layer below are.
                var methods = (FileMethods*)NativeMemory.Alloc((nuint)(sizeof(FileMethods) + sizeof(nint)));
                *methods = *below;
                if (read is not null)
                {
                    methods->Read = read;
                }

                methods->Write = write;
                *(FileMethods**)(methods + 1) = below;
                tables.Add((nint)below, known = (nint)methods);
            }

            file->Methods = (FileMethods*)known;
        }
    }

    /// <summary>The methods of the layer below, for a file of a layer.</summary>
    public static FileMethods* Below(OpenFile* file) => *(FileMethods**)(file->Methods + 1);
}
