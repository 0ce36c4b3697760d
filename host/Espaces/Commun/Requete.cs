namespace FranceTravail.Parcours.Host.Espaces.Commun;

/// <summary>Values of an address, which anybody may have typed: what cannot be read is as if it were not there.</summary>
internal static class Requete
{
    private const int LastPage = 100_000;

    /// <summary>A page number from 1.</summary>
    public static int Page(string? text) => int.TryParse(text, out var page) ? Math.Clamp(page, 1, LastPage) : 1;

    /// <summary>A page that exists: the last one when the address asks for one beyond.</summary>
    public static int DansLaListe(int page, int taille, int total) => Math.Clamp(page, 1, Math.Max(1, (total + taille - 1) / taille));

    public static bool Oui(string? text) => bool.TryParse(text, out var yes) && yes;
}
