using System.Text;

namespace FranceTravail.Parcours.Host.Acces;

/// <summary>Where to go back to after an act: a page of this site, or nowhere.</summary>
internal static class Retour
{
    /// <summary>As much as a server takes of an address, and more than any page of this site has.</summary>
    private const int PlusLong = 2_000;

    /// <summary>
    /// <paramref name="url"/> as a header may hold it, when it is a path of this site, else null: an open redirect is a trap.
    /// </summary>
    public static string? Local(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && url.Length <= PlusLong && !url.Any(char.IsControl) ? string.Concat(url.EnumerateRunes().Select(Ecrire)) : null;

    private static string Ecrire(Rune rune) => rune is { IsAscii: true, Value: > ' ' } ? rune.ToString() : Uri.EscapeDataString(rune.ToString());
}
