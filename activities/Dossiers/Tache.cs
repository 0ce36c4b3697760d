using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Something somebody must do on a dossier before a date, as <see cref="TacheParcours"/> says it.</summary>
[PrimaryKey(nameof(DossierId), nameof(Id))]
public sealed class Tache
{
    public required string DossierId { get; init; }

    /// <summary>Given by the workflow; unique in the dossier.</summary>
    public required string Id { get; init; }

    /// <summary>Stream whose workflow takes acts on it.</summary>
    public string Flux { get; set; } = NomsParcours.FilPrincipal;

    /// <summary>Thread that it belongs to.</summary>
    public string FilId { get; set; } = NomsParcours.FilPrincipal;

    public string NoeudId { get; set; } = "";

    /// <summary>Type of the step.</summary>
    public string Etape { get; set; } = "";

    /// <summary>Kind of task (code).</summary>
    public string Nature { get; set; } = "";

    public string Libelle { get; set; } = "";

    public string? Precision { get; set; }

    /// <summary>Territory of the dossier, repeated here so that who may see a task is known without it.</summary>
    public string Territoire { get; set; } = "";

    public RoleActeur ResponsableRole { get; set; }

    /// <summary>Counsellor, or the dossier itself when the person must act; null for a queue.</summary>
    public string? ResponsableId { get; set; }

    /// <summary>Code of the queue, when nobody is named.</summary>
    public string? ResponsableFile { get; set; }

    /// <summary>Who of the queue may not; null when all may.</summary>
    public Ecartes? Ecartes { get; set; }

    /// <summary>The instant from which it is late.</summary>
    public Instant Echeance { get; set; }

    /// <summary>Its last day, in the calendar of the territory.</summary>
    public LocalDate EcheanceJour { get; set; }

    public string EcheanceMotif { get; set; } = "";

    public string? BaseLegale { get; set; }

    public Instant OuverteLe { get; set; }

    /// <summary>When the first of its kind was opened, whose place it took; null when it took no other's.</summary>
    public Instant? DemandeeLe { get; set; }

    public StatutTache Statut { get; set; }

    public Instant? CloseLe { get; set; }

    public IReadOnlyList<Geste> Gestes { get; set; } = [];

    public Instant? DernierRappel { get; set; }

    /// <summary>When the task also goes to the management's queue; null when it never does.</summary>
    public Instant? EscaladeLe { get; set; }

    public bool Escaladee { get; set; }

    /// <summary>The appointment, contract or week that the task is about.</summary>
    public string? ObjetId { get; set; }

    public Dossier? Dossier { get; init; }
}
