using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.Host.Langue;

/// <summary>
/// A task is named once, for who must do it: « signer votre contrat » to the person, « valider 15 h déclarées » to the counsellor. The other one
/// reads it here in her own words.
/// </summary>
internal static partial class Adresse
{
    /// <summary>A task of the person, said to her counsellor: « signer son contrat ».</summary>
    public static string AuConseiller(string libelle)
    {
        var said = Vos().Replace(Votre().Replace(libelle, "son"), "ses");
        return said.Length == 0 ? said : char.ToLowerInvariant(said[0]) + said[1..];
    }

    /// <summary>A task of the organisation, said to the person whom it is owed to; a kind that is not known here keeps its name.</summary>
    public static string ALaPersonne(string nature, string libelle) => nature switch
    {
        "verifier-inscription" => "Vérifier votre inscription",
        "decider-orientation" => "Décider avec vous de votre accompagnement",
        "enregistrer-reception" => "Suivre l’envoi de votre orientation",
        "trouver-creneau" => "Vous proposer un premier rendez-vous",
        "constater-presence" => "Noter votre venue au rendez-vous",
        "delai-premier-rendez-vous" => "Avancer votre premier rendez-vous",
        "etablir-diagnostic" => "Écrire le point fait avec vous",
        "proposer-contrat" => "Vous proposer un contrat d’engagement",
        "signer-contrat-referent" => "Signer votre contrat d’engagement",
        "valider-semaine" => "Valider les heures que vous avez déclarées",
        "prendre-des-nouvelles" => "Prendre de vos nouvelles",
        "relancer" => "Reprendre contact avec vous",
        "designer-referent" => "Vous présenter votre référent",
        "tenir-revue" => "Faire le point avec vous",
        _ => Francais.Capitale(libelle),
    };

    [GeneratedRegex(@"\bvotre\b", RegexOptions.IgnoreCase)]
    private static partial Regex Votre();

    [GeneratedRegex(@"\bvos\b", RegexOptions.IgnoreCase)]
    private static partial Regex Vos();
}
