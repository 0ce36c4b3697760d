namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>How to reach a person.</summary>
public sealed class Contact
{
    public string? Telephone { get; set; }

    public string? Courriel { get; set; }

    public string? Adresse { get; set; }

    public string? CodePostal { get; set; }

    public string? Ville { get; set; }
}
