using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>Where the journey stands: always given, always whole.</summary>
public sealed record AvancementProjete
{
    public required StatutParcours Statut { get; init; }

    /// <summary>Title of the current step.</summary>
    public required string Etape { get; init; }

    public required string NoeudId { get; init; }

    /// <summary>Who answers for the dossier: the référent, or the territory's queue until there is one.</summary>
    public required Responsable Responsable { get; init; }

    /// <summary>Null only when the journey is closed.</summary>
    public Echeance? ProchaineEcheance { get; init; }

    /// <summary>What the next deadline is about (« Signature du contrat »).</summary>
    public string? ObjetEcheance { get; init; }

    /// <summary>Where she lives, as far as the dossier has followed her.</summary>
    public required LieuDeVie Lieu { get; init; }

    /// <summary>The référent; null until one is named.</summary>
    public string? ReferentId { get; init; }

    /// <summary>Known once oriented.</summary>
    public TypeParcours? TypeParcours { get; init; }

    public OrganismeReferent? Organisme { get; init; }

    /// <summary>Identifier given by France Travail at registration.</summary>
    public string? IdentifiantFranceTravail { get; init; }

    public required string ModeleId { get; init; }
    public required int ModeleVersion { get; init; }

    /// <summary>The earliest deadline of all open threads; owner and step are those of the thread that the workflow carries.</summary>
    internal static AvancementProjete De(EtatParcours etat, string flux)
    {
        var fil = etat.Fils[flux];
        var prochaine = etat.Statut == StatutParcours.Clos
            ? null
            : etat.Fils.Values.Select(f => f.Avancement?.Prochaine(etat, f)).Where(p => p is not null).MinBy(p => p!.Value.Echeance.Fin);
        return new AvancementProjete
        {
            Statut = etat.Statut,
            Etape = fil.Avancement!.Etape,
            NoeudId = fil.NoeudId,
            Responsable = fil.Avancement.Responsable,
            ProchaineEcheance = prochaine?.Echeance,
            ObjetEcheance = prochaine?.Objet,
            Lieu = etat.Dossier.Lieu,
            ReferentId = etat.Dossier.ReferentId,
            TypeParcours = etat.Dossier.TypeParcours,
            Organisme = etat.Dossier.Organisme,
            IdentifiantFranceTravail = etat.Dossier.IdentifiantFranceTravail,
            ModeleId = etat.ModeleId,
            ModeleVersion = etat.ModeleVersion,
        };
    }
}
