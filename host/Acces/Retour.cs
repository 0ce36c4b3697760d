namespace FranceTravail.Parcours.Host.Acces;

/// <summary>Where to go back to after an act: a page of this site, or nowhere.</summary>
internal static class Retour
{
    /// <summary><paramref name="url"/> when it is a path of this site, else null: an open redirect is a trap.</summary>
    public static string? Local(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : null;
}
