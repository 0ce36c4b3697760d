using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Orientation;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Etats;

/// <summary>What the steps tell one another of the dossier.</summary>
public sealed record DossierParcours
{
    /// <summary>Where she lives, as far as the dossier has followed her: a move is a transfer, and until it is done the journey stays with who accompanies her.</summary>
    public required LieuDeVie Lieu { get; init; }

    /// <summary>Day of the registration: the thirty days of the first appointment run from it.</summary>
    public LocalDate? InscritLe { get; init; }

    public string? IdentifiantFranceTravail { get; init; }
    public TypeParcours? TypeParcours { get; init; }
    public OrganismeReferent? Organisme { get; init; }

    /// <summary>Since a move it is another body of that kind, another mission locale or département: a contract with it is still to be signed.</summary>
    public bool AutreOrganisme { get; init; }

    /// <summary>Who decided the first orientation: a new one follows it (Code du travail, art. L5411-5-2 II).</summary>
    public Decideur? OrienteePar { get; init; }

    /// <summary>The name of whoever decided the orientation in force: of two départements the kind is one, and the authority another.</summary>
    public string? AutoriteOrientation { get; init; }

    /// <summary>When the orientation in force was decided.</summary>
    public Instant? OrienteeLe { get; init; }

    /// <summary>Since when those who took the dossier over owe the person a first contact; null where they do not.</summary>
    public LocalDate? AccueilDuLe { get; init; }

    /// <summary>Counsellor id; null while the dossier is in the territory's queue.</summary>
    public string? ReferentId { get; init; }

    /// <summary>Reference of the person's data that were taken last; null while those of her registration are in force.</summary>
    public string? DonneesId { get; init; }

    /// <summary>Day on which the person received the notice of it: the month of the contract runs from it. Null while that is not known.</summary>
    public LocalDate? OrientationRecueLe { get; init; }

    /// <summary>Why the next contract will be drafted.</summary>
    public CauseContrat CauseContrat { get; init; }

    /// <summary>Day of the first appointment that was held; null as long as none was.</summary>
    public LocalDate? AccueilliLe { get; init; }

    /// <summary>The latest version, signed or not.</summary>
    public ContratProjete? Contrat { get; init; }

    /// <summary>The version that binds both sides now: the last one signed by both.</summary>
    public ContratProjete? ContratEnVigueur { get; init; }

    /// <summary>Day from which the next review is counted: signature, or last review.</summary>
    public LocalDate? RevueDepuisLe { get; init; }
}
