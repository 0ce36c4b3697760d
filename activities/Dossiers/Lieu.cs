using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>A place where an organism receives persons.</summary>
[Index(nameof(Territoire))]
public sealed class Lieu
{
    public required string Id { get; init; }

    public required string Nom { get; set; }

    /// <summary>Postal address in one line.</summary>
    public required string Adresse { get; set; }

    public required string Telephone { get; set; }

    /// <summary>Address of its video room; null where it has none.</summary>
    public string? Visio { get; set; }

    public required string Territoire { get; set; }

    public required OrganismeReferent Organisme { get; set; }

    /// <summary>Of which authority, as of its counsellors.</summary>
    public Decideur? Autorite { get; set; }

    /// <summary>How many can be received there at the same hour.</summary>
    public required int Capacite { get; set; }
}
