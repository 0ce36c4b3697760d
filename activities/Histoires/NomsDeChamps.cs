using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>The field of a row in French words, for who reads where two rows differ: « etapeCourante » is « étape courante ».</summary>
internal static partial class NomsDeChamps
{
    /// <summary>What code writes without its accent, or shortens.</summary>
    private static readonly Dictionary<string, string> Mots = new(StringComparer.Ordinal)
    {
        ["a"] = "à",
        ["abandonne"] = "abandonné",
        ["cle"] = "clé",
        ["cote"] = "côté",
        ["debut"] = "début",
        ["declarees"] = "déclarées",
        ["decision"] = "décision",
        ["demandee"] = "demandée",
        ["derniere"] = "dernière",
        ["donnees"] = "données",
        ["echeance"] = "échéance",
        ["ecartes"] = "écartés",
        ["entree"] = "entrée",
        ["epoque"] = "époque",
        ["escalade"] = "remontée",
        ["escaladee"] = "remontée",
        ["etape"] = "étape",
        ["id"] = "identifiant",
        ["identite"] = "identité",
        ["legale"] = "légale",
        ["libelle"] = "libellé",
        ["modele"] = "modèle",
        ["noeud"] = "nœud",
        ["precision"] = "précision",
        ["prenom"] = "prénom",
        ["prevues"] = "prévues",
        ["propose"] = "proposé",
        ["reference"] = "référence",
        ["referent"] = "référent",
        ["role"] = "rôle",
        ["separe"] = "séparé",
        ["sequence"] = "séquence",
        ["signe"] = "signé",
        ["validees"] = "validées",
    };

    public static string EnMots(string champ) => string.Join(' ', Coupe().Split(champ).Select(m => m.ToLowerInvariant()).Select(m => Mots.GetValueOrDefault(m, m)));

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Coupe();
}
