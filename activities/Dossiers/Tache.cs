using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Something somebody must do on a dossier before a date.</summary>
[PrimaryKey(nameof(DossierId), nameof(Id))]
public sealed class Tache
{
    public required string DossierId { get; init; }

    /// <summary>Given by the workflow; unique in the dossier.</summary>
    public required string Id { get; init; }

    public required string Etape { get; set; }

    /// <summary>Kind of task (code).</summary>
    public required string Nature { get; set; }

    public required string Libelle { get; set; }

    public string? Detail { get; set; }

    /// <summary>Territory of the dossier, repeated here so that an inbox reads one index.</summary>
    public required string Territoire { get; set; }

    public required string ResponsableRole { get; set; }

    /// <summary>Counsellor or queue; null when the person herself must act.</summary>
    public string? ResponsableId { get; set; }

    public required Instant Echeance { get; set; }

    /// <summary>Text of law that sets the due date, or null when none does.</summary>
    public string? BaseLegale { get; set; }

    /// <summary>Reminders already sent.</summary>
    public int Rappels { get; set; }

    public Instant? EscaladeeLe { get; set; }

    /// <summary>The acts this task offers, as the workflow's JSON.</summary>
    public required string GestesJson { get; set; }

    public required Instant CreeeLe { get; init; }

    /// <summary>Null while the task is open.</summary>
    public Instant? CloseLe { get; set; }

    /// <summary>Act that closed the task (code), or null when the journey withdrew it.</summary>
    public string? Issue { get; set; }

    public Dossier? Dossier { get; init; }
}
