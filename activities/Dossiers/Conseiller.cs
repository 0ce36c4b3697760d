using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>A counsellor of an organisation that follows people.</summary>
[Index(nameof(Territoire))]
public sealed class Conseiller
{
    public required string Id { get; init; }

    public required string Nom { get; set; }

    public required string Prenom { get; set; }

    public required string Territoire { get; set; }

    /// <summary>One of the organisations of L. 5411-5-1 IV (code).</summary>
    public required string Organisme { get; set; }

    public required string Telephone { get; set; }

    public required string Courriel { get; set; }

    /// <summary>Receives escalations of the territory.</summary>
    public bool Encadrant { get; set; }
}
