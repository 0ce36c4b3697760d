using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>One thread of a journey: where it stands, who answers for it, what comes next.</summary>
[PrimaryKey(nameof(DossierId), nameof(Id))]
public sealed class FilDossier
{
    public required string DossierId { get; init; }

    public required string Id { get; init; }

    /// <summary>Id of its declaration in the template.</summary>
    public string Type { get; set; } = "";

    public string NoeudId { get; set; } = "";

    /// <summary>Title of the current step; null until the workflow of a separate thread has begun.</summary>
    public string? Etape { get; set; }

    public Instant OuvertLe { get; set; }

    /// <summary>Null while it is open.</summary>
    public Instant? ClosLe { get; set; }

    /// <summary>Runs as a workflow of its own.</summary>
    public bool Separe { get; set; }

    public RoleActeur? ResponsableRole { get; set; }

    public string? ResponsableId { get; set; }

    public string? ResponsableFile { get; set; }

    /// <summary>When its next deadline is missed; null only once it is closed.</summary>
    public Instant? ProchaineEcheance { get; set; }

    public LocalDate? ProchaineEcheanceJour { get; set; }

    public string? ProchaineEcheanceObjet { get; set; }
}
