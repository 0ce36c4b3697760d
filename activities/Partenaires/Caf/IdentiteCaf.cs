using NodaTime;

namespace FranceTravail.Parcours.Activities.Partenaires.Caf;

/// <summary>Identity and address, as the CAF knows them.</summary>
public sealed record IdentiteCaf
{
    public required string Nom { get; init; }

    public required string Prenom { get; init; }

    public required LocalDate DateNaissance { get; init; }

    public required string CommuneInsee { get; init; }

    public string? Adresse { get; init; }

    public string? CodePostal { get; init; }

    public string? Ville { get; init; }
}
