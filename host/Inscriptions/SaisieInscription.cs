namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>
/// A person as somebody typed or exported her: text only, nothing checked. The web form and the import file both become one,
/// so that both are held to the same rules.
/// </summary>
internal sealed class SaisieInscription
{
    public string? Nom { get; set; }

    public string? Prenom { get; set; }

    public string? DateNaissance { get; set; }

    public string? CodePostal { get; set; }

    public string? Ville { get; set; }

    /// <summary>INSEE code of the commune; an import gives it, the form finds it from postal code and town.</summary>
    public string? Commune { get; set; }

    public string? Adresse { get; set; }

    public string? Telephone { get; set; }

    public string? Courriel { get; set; }

    public string? ReferenceCaf { get; set; }

    public string? Allocation { get; set; }

    public string? PersonnesFoyer { get; set; }

    public string? EnfantsMoinsDe12 { get; set; }

    public string? ParentIsole { get; set; }

    public string? Qualification { get; set; }

    public string? MoisSansEmploi { get; set; }

    public string? Boe { get; set; }

    public string? SeProjette { get; set; }

    /// <summary>Codes of difficulties, separated by commas or spaces; <c>mobilite:fort</c> gives its weight.</summary>
    public string? Freins { get; set; }
}
