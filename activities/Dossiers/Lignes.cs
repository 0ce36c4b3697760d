using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>From the journey's words to the rows of the store.</summary>
internal static class Lignes
{
    public static void Situer(this Dossier dossier, SituationProjetee situation, Instant now)
    {
        dossier.Statut = situation.Statut == StatutParcours.Clos ? StatutDossier.Clos : StatutDossier.Ouvert;
        dossier.ClosLe = situation.Statut == StatutParcours.Clos ? dossier.ClosLe ?? now : null;
        dossier.NoeudId = situation.NoeudId;
        dossier.EtapeCourante = situation.Etape;
        (dossier.ResponsableRole, dossier.ResponsableId, dossier.ResponsableFile) =
            (situation.Responsable.Role, situation.Responsable.Id, situation.Responsable.File);
        dossier.ProchaineEcheance = situation.ProchaineEcheance?.Fin;
        dossier.ProchaineEcheanceJour = situation.ProchaineEcheance?.Jour;
        dossier.ProchaineEcheanceMotif = situation.ProchaineEcheance?.Motif;
        dossier.ProchaineEcheanceBaseLegale = situation.ProchaineEcheance?.BaseLegale;
        dossier.ProchaineEcheanceObjet = situation.ObjetEcheance;
        dossier.TypeParcours = situation.TypeParcours;
        dossier.Organisme = situation.Organisme;
        dossier.IdentifiantFranceTravail = situation.IdentifiantFranceTravail;
        (dossier.ModeleId, dossier.ModeleVersion) = (situation.ModeleId, situation.ModeleVersion);
    }

    public static void Suivre(this Tache ligne, TacheParcours tache, string territoire, Instant now)
    {
        (ligne.NoeudId, ligne.Etape, ligne.Nature, ligne.Territoire) = (tache.NoeudId, tache.Etape, tache.Nature, territoire);
        (ligne.Libelle, ligne.Precision, ligne.ObjetId, ligne.Gestes) = (tache.Libelle, tache.Precision, tache.ObjetId, tache.Gestes);
        (ligne.ResponsableRole, ligne.ResponsableId, ligne.ResponsableFile) = (tache.Responsable.Role, tache.Responsable.Id, tache.Responsable.File);
        (ligne.Echeance, ligne.EcheanceJour) = (tache.Echeance.Fin, tache.Echeance.Jour);
        (ligne.EcheanceMotif, ligne.BaseLegale) = (tache.Echeance.Motif, tache.Echeance.BaseLegale);
        (ligne.DernierRappel, ligne.EscaladeLe, ligne.Escaladee) = (tache.DernierRappel, tache.EscaladeLe, tache.Escaladee);
        (ligne.OuverteLe, ligne.Statut) = (tache.OuverteLe, tache.Statut);

        // Inboxes know an open task by its empty closing instant, whatever the workflow left out.
        ligne.CloseLe = tache.Statut == StatutTache.Ouverte ? null : tache.CloseLe ?? now;
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
        ligne.Lignes.AddRange(contrat.Lignes.Select(l => new LigneContrat
        {
            DossierId = ligne.DossierId,
            ContratId = ligne.Id,
            Ordre = l.Ordre,
            Cote = l.Cote,
            Nature = l.Nature,
            Libelle = l.Libelle,
            HeuresParSemaine = l.HeuresParSemaine,
            TexteId = l.TexteId,
        }));
    }

    public static Fait EnLigne(this FaitProjete fait, string dossierId) => new()
    {
        DossierId = dossierId,
        Sequence = fait.Sequence,
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

    public static EtapeParcours EnLigne(this EtapeProjetee etape, string dossierId) => new()
    {
        DossierId = dossierId,
        Ordre = etape.Ordre,
        NoeudId = etape.NoeudId,
        Type = etape.Type,
        Titre = etape.Titre,
        Statut = etape.Statut,
        EntreeLe = etape.EntreeLe,
        SortieLe = etape.SortieLe,
        Precision = etape.Precision,
    };
}
