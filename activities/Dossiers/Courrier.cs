using FranceTravail.Parcours.Workflows.Courriers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>A letter or message sent to a person.</summary>
[Index(nameof(Cle), IsUnique = true)]
[Index(nameof(DossierId), nameof(CreeLe))]
[Index(nameof(CreeLe))]
public sealed class Courrier
{
    public required string Id { get; init; }

    public required string DossierId { get; init; }

    /// <summary>Key of the sending, from the workflow and the step: one key, one letter.</summary>
    public required string Cle { get; init; }

    /// <summary>Code of the template.</summary>
    public required string Modele { get; init; }

    public required CanalCourrier Canal { get; init; }

    public required string Objet { get; set; }

    /// <summary>Path of the print-ready file below the letters folder, with forward slashes.</summary>
    public required string Fichier { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public string Empreinte { get; set; } = "";

    public required Instant CreeLe { get; init; }

    /// <summary>Null until the messages partner has taken the letter.</summary>
    public Instant? EnvoyeLe { get; set; }

    /// <summary>When the person received it, if the proof says so.</summary>
    public Instant? RecuLe { get; set; }

    /// <summary>Proof of deposit given by the messages partner.</summary>
    public string? Preuve { get; set; }

    public Dossier? Dossier { get; init; }
}
