using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>One person's case: the only place where her identity lives. The workflow knows the <see cref="Id"/> alone.</summary>
[Index(nameof(CleInscription), IsUnique = true)]
[Index(nameof(ReferenceImport), IsUnique = true)]
[Index(nameof(ReferenceCaf))]
[Index(nameof(ReferentId), nameof(Statut), nameof(DernierSigne), nameof(Id))]
[Index(nameof(ReferentId), nameof(EcheanceDeTri), nameof(NomRecherche), nameof(Id))]
[Index(nameof(Territoire), nameof(EcheanceDeTri), nameof(NomRecherche), nameof(Id))]
[Index(nameof(Statut), nameof(ProchaineEcheance))]
public sealed class Dossier
{
    /// <summary>How the name begins of somebody whose row was lost: no history holds it.</summary>
    public const string NomPerdu = "Identité perdue";

    /// <summary>Opaque text made by the host; nothing personal may be read from it.</summary>
    public required string Id { get; init; }

    /// <summary>Key of the inscription form: the same form posted twice makes one dossier.</summary>
    public string? CleInscription { get; init; }

    /// <summary>Reference of the imported row: the same row imported twice makes one dossier.</summary>
    public string? ReferenceImport { get; init; }

    public required string Nom { get; set; }

    public required string Prenom { get; set; }

    /// <summary>The row was rebuilt from histories, that hold neither an identity, nor letters, nor what people wrote.</summary>
    public bool IdentitePerdue => Nom.StartsWith(NomPerdu, StringComparison.Ordinal) && Prenom.Length == 0;

    /// <summary>Last then first name, lower case without accents, kept by <see cref="Consequences"/> for searches.</summary>
    public string NomRecherche { get; internal set; } = "";

    public required LocalDate DateNaissance { get; set; }

    /// <summary>INSEE code of the commune of residence, five characters.</summary>
    public required string CommuneInsee { get; set; }

    /// <summary>INSEE code of where the law and the services look for her: that of her residence, as far as her dossier has followed her there; null until the journey has begun.</summary>
    public string? CommuneDuParcours { get; set; }

    /// <summary>Where the law and the services look for her now: her residence until the journey has begun.</summary>
    public string CommuneDuDroit => CommuneDuParcours ?? CommuneInsee;

    public Contact Contact { get; set; } = new();

    /// <summary>CAF membership number, at most seven digits; null when the person has none.</summary>
    public string? ReferenceCaf { get; set; }

    public Allocation Allocation { get; set; }

    /// <summary>Status of the CAF right as last read; an administrative suspension is never a sanction.</summary>
    public StatutDroit? StatutDroit { get; set; }

    public Foyer Foyer { get; set; } = new();

    public Besoins Besoins { get; set; } = new();

    /// <summary>Reference of the data that the journey took last (<see cref="DonneesRecues"/>): how to reach her, household and allowance are the sum up to it. Null until the journey has begun.</summary>
    public string? DonneesId { get; set; }

    public required string Territoire { get; set; }

    /// <summary>Identifier at France Travail, once registered.</summary>
    public string? IdentifiantFranceTravail { get; set; }

    /// <summary>Counsellor who follows the person; null until one is named.</summary>
    public string? ReferentId { get; set; }

    /// <summary>Category of pathway and organisation decided by the orientation; null before it.</summary>
    public TypeParcours? TypeParcours { get; set; }

    public OrganismeReferent? Organisme { get; set; }

    /// <summary>The facts without identity that the journey's rules need, as the workflow's JSON: enough to start it again.</summary>
    public required string SituationJson { get; set; }

    public required string ModeleId { get; set; }

    public required int ModeleVersion { get; set; }

    public StatutDossier Statut { get; set; } = StatutDossier.AOuvrir;

    public required Instant InscritLe { get; init; }

    public Instant? ClosLe { get; set; }

    /// <summary>Sequence of the last projection that is in the store: a journey numbers them, and sends one after the other.</summary>
    public long Projection { get; set; }

    /// <summary>Node of the template the journey stands on.</summary>
    public string? NoeudId { get; set; }

    /// <summary>Title of that step.</summary>
    public string? EtapeCourante { get; set; }

    /// <summary>Who answers for the dossier; null until the journey has begun.</summary>
    public RoleActeur? ResponsableRole { get; set; }

    /// <summary>Counsellor, or the dossier itself when the person must act; null for a queue.</summary>
    public string? ResponsableId { get; set; }

    /// <summary>Code of the queue, when nobody is named.</summary>
    public string? ResponsableFile { get; set; }

    /// <summary>When the next deadline is missed; null before the journey has begun and once it is closed.</summary>
    public Instant? ProchaineEcheance { get; set; }

    /// <summary>The same, far away when there is none, kept by <see cref="Consequences"/>: lists are sorted by it, which an index answers.</summary>
    public Instant EcheanceDeTri { get; internal set; } = Consequences.Jamais;

    /// <summary>The last day of that deadline, in the calendar of the territory.</summary>
    public LocalDate? ProchaineEcheanceJour { get; set; }

    /// <summary>What it is about, and why it is that day.</summary>
    public string? ProchaineEcheanceObjet { get; set; }

    public string? ProchaineEcheanceMotif { get; set; }

    public string? ProchaineEcheanceBaseLegale { get; set; }

    /// <summary>When the person was last heard: her last act, kept by <see cref="Consequences"/>; null before the first.</summary>
    public Instant? DerniereParole { get; internal set; }

    /// <summary>When she was last met: the last appointment held, kept by <see cref="Consequences"/>; null before the first.</summary>
    public Instant? DernierRendezVous { get; internal set; }

    /// <summary>The latest of the two, or the day she registered, kept by <see cref="Consequences"/>: the silent are found by it, the longest silence first.</summary>
    public Instant DernierSigne { get; internal set; }
}
