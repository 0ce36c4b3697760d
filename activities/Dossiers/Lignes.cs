using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>From the journey's words to the rows of the store.</summary>
internal static class Lignes
{
    public static void Situer(this Dossier dossier, AvancementProjete avancement, Instant le)
    {
        dossier.Statut = avancement.Statut == StatutParcours.Clos ? StatutDossier.Clos : StatutDossier.Ouvert;
        dossier.ClosLe = avancement.Statut == StatutParcours.Clos ? dossier.ClosLe ?? le : null;
        (dossier.CommuneDuParcours, dossier.Territoire) = (avancement.Lieu.Commune, avancement.Lieu.Territoire);
        dossier.ReferentId = avancement.ReferentId;
        dossier.NoeudId = avancement.NoeudId;
        dossier.EtapeCourante = avancement.Etape;
        (dossier.ResponsableRole, dossier.ResponsableId, dossier.ResponsableFile) =
            (avancement.Responsable.Role, avancement.Responsable.Id, avancement.Responsable.File);
        dossier.ProchaineEcheance = avancement.ProchaineEcheance?.Fin;
        dossier.ProchaineEcheanceJour = avancement.ProchaineEcheance?.Jour;
        dossier.ProchaineEcheanceMotif = avancement.ProchaineEcheance?.Motif;
        dossier.ProchaineEcheanceBaseLegale = avancement.ProchaineEcheance?.BaseLegale;
        dossier.ProchaineEcheanceObjet = avancement.ObjetEcheance;
        dossier.TypeParcours = avancement.TypeParcours;
        dossier.Organisme = avancement.Organisme;
        dossier.IdentifiantFranceTravail = avancement.IdentifiantFranceTravail;
        (dossier.ModeleId, dossier.ModeleVersion) = (avancement.ModeleId, avancement.ModeleVersion);
    }

    public static void Suivre(this Tache ligne, TacheParcours tache, string flux, string territoire)
    {
        (ligne.Flux, ligne.FilId) = (flux, tache.FilId);
        (ligne.NoeudId, ligne.Etape, ligne.Nature, ligne.Territoire) = (tache.NoeudId, tache.Etape, tache.Nature, territoire);
        (ligne.Libelle, ligne.Precision, ligne.ObjetId, ligne.Gestes) = (tache.Libelle, tache.Precision, tache.ObjetId, tache.Gestes);
        (ligne.ResponsableRole, ligne.ResponsableId, ligne.ResponsableFile) = (tache.Responsable.Role, tache.Responsable.Id, tache.Responsable.File);
        ligne.Ecartes = tache.Responsable.Ecartes;
        (ligne.Echeance, ligne.EcheanceJour) = (tache.Echeance.Fin, tache.Echeance.Jour);
        (ligne.EcheanceMotif, ligne.BaseLegale) = (tache.Echeance.Motif, tache.Echeance.BaseLegale);
        (ligne.DernierRappel, ligne.EscaladeLe, ligne.Escaladee) = (tache.DernierRappel, tache.EscaladeLe, tache.Escaladee);
        (ligne.OuverteLe, ligne.DemandeeLe, ligne.Statut) = (tache.OuverteLe, tache.DemandeeLe, tache.Statut);
        ligne.CloseLe = tache.CloseLe;
    }

    public static void Suivre(this RendezVous ligne, RendezVousProjete rendezVous)
    {
        (ligne.Objet, ligne.Debut, ligne.Fin, ligne.Lieu) = (rendezVous.Objet, rendezVous.Debut, rendezVous.Fin, rendezVous.Lieu);
        (ligne.ConseillerId, ligne.Statut) = (rendezVous.ConseillerId, rendezVous.Statut);
    }

    public static void Suivre(this SemaineActivite ligne, SemaineProjetee semaine)
    {
        (ligne.HeuresPrevues, ligne.HeuresDeclarees, ligne.HeuresValidees, ligne.Statut) =
            (semaine.HeuresPrevues, semaine.HeuresDeclarees, semaine.HeuresValidees, semaine.Statut);
    }

    public static void Suivre(this Contrat ligne, ContratProjete contrat)
    {
        (ligne.Version, ligne.Statut, ligne.HeuresParSemaine, ligne.MotifHeures) =
            (contrat.Version, contrat.Statut, contrat.HeuresParSemaine, contrat.MotifHeures);
        (ligne.ProposeLe, ligne.ASignerAvantLe) = (contrat.ProposeLe, contrat.ASignerAvantLe);
        (ligne.SigneParPersonneLe, ligne.SigneParConseillerLe) = (contrat.SigneParPersonneLe, contrat.SigneParConseillerLe);
    }

    public static LigneContrat EnLigne(this LigneContratProjetee ligne, string dossierId, string contratId) => new()
    {
        DossierId = dossierId,
        ContratId = contratId,
        Ordre = ligne.Ordre,
        Cote = ligne.Cote,
        Nature = ligne.Nature,
        Libelle = ligne.Libelle,
        HeuresParSemaine = ligne.HeuresParSemaine,
        TexteId = ligne.TexteId,
    };

    public static FilDossier EnLigne(this FilProjete fil, string dossierId)
    {
        var ligne = new FilDossier { DossierId = dossierId, Id = fil.FilId };
        ligne.Suivre(fil);
        return ligne;
    }

    public static void Suivre(this FilDossier ligne, FilProjete fil)
    {
        (ligne.Type, ligne.OuvertLe, ligne.ClosLe, ligne.Separe) = (fil.Type, fil.OuvertLe, fil.ClosLe, fil.Separe);
        (ligne.NoeudId, ligne.Etape) = (fil.NoeudId, fil.Etape);
        (ligne.ResponsableRole, ligne.ResponsableId, ligne.ResponsableFile) = (fil.Responsable?.Role, fil.Responsable?.Id, fil.Responsable?.File);
        (ligne.ProchaineEcheance, ligne.ProchaineEcheanceJour) = (fil.ProchaineEcheance?.Fin, fil.ProchaineEcheance?.Jour);
        ligne.ProchaineEcheanceObjet = fil.ObjetEcheance;
    }

    public static Fait EnLigne(this FaitProjete fait, ProjectionDossier projection) => new()
    {
        DossierId = projection.DossierId,
        Flux = projection.Flux,
        Epoque = projection.Epoque,
        Sequence = fait.Sequence,
        Decision = projection.Sequence,
        FilId = fait.FilId,
        Le = fait.Le,
        Code = fait.Code,
        Phrase = fait.Phrase,
        BaseLegale = fait.BaseLegale,
        Ton = fait.Ton,
        AuteurRole = fait.Auteur.Role,
        AuteurId = fait.Auteur.Id,
        NoeudId = fait.NoeudId,
        Donnees = fait.Donnees,
    };

    public static void Suivre(this EtapeParcours ligne, EtapeProjetee etape)
    {
        (ligne.Ordre, ligne.Type, ligne.Titre, ligne.Statut) = (etape.Ordre, etape.Type, etape.Titre, etape.Statut);
        (ligne.EntreeLe, ligne.SortieLe, ligne.Precision, ligne.AvantLe) = (etape.EntreeLe, etape.SortieLe, etape.Precision, etape.AvantLe);
    }
}
