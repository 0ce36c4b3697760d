namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>Where and how a person is received. There is always an address and a number: nobody is sent to an appointment that she cannot find.</summary>
public sealed record LieuRendezVous
{
    public CanalRendezVous Canal { get; init; }

    /// <summary>Name of the place, or of the one that calls.</summary>
    public required string Nom { get; init; }

    /// <summary>Postal address in one line.</summary>
    public required string Adresse { get; init; }

    /// <summary>Where the place is reached.</summary>
    public required string Telephone { get; init; }

    /// <summary>Address of the room of a <see cref="CanalRendezVous.Visio"/>; null otherwise.</summary>
    public string? Lien { get; init; }
}
