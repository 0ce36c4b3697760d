using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FranceTravail.Parcours.Host.Simulateurs;

/// <summary>Chance without a state: the same seed and words always draw the same number, whatever else runs beside.</summary>
internal static class Hasard
{
    /// <summary>A number from 0, included, to <paramref name="below"/>, excluded.</summary>
    public static int Tirer(int graine, int below, params ReadOnlySpan<string> mots) => (int)(Tirer(graine, mots) * below);

    /// <summary>A number from 0, included, to 1, excluded.</summary>
    public static double Tirer(int graine, params ReadOnlySpan<string> mots)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{graine}\n{string.Join('\n', mots!)}"), hash);
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * (1.0 / (1UL << 53));
    }
}
