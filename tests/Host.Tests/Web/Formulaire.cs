namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>Fields of the inscription form.</summary>
internal static class Formulaire
{
    public static Dictionary<string, string> Bon(string cle) => new()
    {
        ["cle"] = cle,
        ["Prenom"] = "Idriss",
        ["Nom"] = "Kaba",
        ["DateNaissance"] = "01/02/1992",
        ["CodePostal"] = "62800",
        ["Ville"] = "lievin",
        ["Allocation"] = "Rsa",
        ["informe"] = "oui",
    };
}
