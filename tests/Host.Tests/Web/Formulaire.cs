namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>Fields of the inscription form.</summary>
internal static class Formulaire
{
    public static Dictionary<string, string> Bon(string cle) => new()
    {
        ["cle"] = cle,
        ["Prenom"] = "Idriss",
        ["Nom"] = $"Kaba-{Lettres(cle)}",
        ["DateNaissance"] = "01/02/1992",
        ["CodePostal"] = "62800",
        ["Ville"] = "lievin",
        ["Allocation"] = "Rsa",
        ["informe"] = "oui",
    };

    /// <summary>A name of its own for each key: one person registers once.</summary>
    private static string Lettres(string cle) => new([.. cle.Take(12).Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + 'g') : c)]);
}
