using System.Text.RegularExpressions;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Host.Langue;

/// <summary>
/// A task is named once, for who must do it: « signer votre contrat » to the person, « valider 15 h déclarées » to the counsellor. The other one
/// reads it here in her own words.
/// </summary>
internal static partial class AutreCote
{
    /// <summary>A task of the person, said to her counsellor: « signer son contrat ».</summary>
    public static string AuConseiller(string libelle) => Francais.Minuscule(Vos().Replace(Votre().Replace(libelle, "son"), "ses"));

    /// <summary>A task of the organisation, said to the person whom it is owed to; one that its step has no words for keeps its name.</summary>
    public static string ALaPersonne(CatalogueEtapes catalogue, string nature, string libelle) => catalogue.PourLaPersonne(nature) ?? Francais.Majuscule(libelle);

    [GeneratedRegex(@"\bvotre\b", RegexOptions.IgnoreCase)]
    private static partial Regex Votre();

    [GeneratedRegex(@"\bvos\b", RegexOptions.IgnoreCase)]
    private static partial Regex Vos();
}
