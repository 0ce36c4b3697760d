using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>
/// Walks a template: (state, event, moment) → the new state and what it shows and asks. Pure: no clock, no wait, no side
/// effect, so that a journey can be decided by an activity, by a simulation or by a test alike.
/// </summary>
internal sealed class Interpreteur
{
    private readonly ContexteParcours contexte;
    private readonly Ouvertures ouvertures;
    private readonly Cheminement cheminement;

    public Interpreteur(ContexteParcours contexte)
    {
        this.contexte = contexte;
        ouvertures = new Ouvertures(contexte);
        cheminement = new Cheminement(contexte, ouvertures);
    }

    /// <summary>The state of a stream that has not begun.</summary>
    public EtatParcours Initial(Moment moment)
    {
        var demarrage = contexte.Demarrage;
        var entree = demarrage.Fil is { } fil ? contexte.Modele.Fils.First(f => f.Id == fil.Type).Entree : contexte.Modele.Entree;
        var etat = new EtatParcours
        {
            Version = VersionsEtat.Versions.Courante,
            Epoque = moment.Epoque,
            DebutLe = moment.Maintenant,
            ModeleId = demarrage.ModeleId,
            ModeleVersion = demarrage.ModeleVersion,
            Dossier = demarrage.Fil?.Dossier ?? new DossierParcours { Lieu = new(demarrage.Commune, demarrage.Territoire) },
            Personne = demarrage.Fil?.Personne ?? demarrage.Situation,
        };
        return etat with
        {
            Fils = etat.Fils.Avec(
                contexte.FilPrincipal,
                new Fil { Id = contexte.FilPrincipal, Type = demarrage.Fil?.Type ?? contexte.FilPrincipal, NoeudId = entree, OuvertLe = moment.Maintenant }),
        };
    }

    /// <summary>Decides one event. An act that cannot be done now is refused and changes nothing.</summary>
    public Pas Traiter(EtatParcours etat, Evenement evenement, Moment moment) => evenement switch
    {
        { Acte: { } acte } => Refuser(etat, acte, moment) is { } refus ? new Pas { Etat = etat, Refus = refus } : Agir(etat, acte, moment),
        { Demande: { } demande, Reponse: { } reponse } => Repondre(etat, demande, reponse, moment),
        { FinDeFil: { } fin } => Finir(etat, fin, moment),
        { Partage: { } partage } => Partager(etat, partage, moment),
        { Cle: "debut" } => Demarrer(etat, moment),
        _ => Sonner(etat, moment),
    };

    public Pas Demarrer(EtatParcours etat, Moment moment)
    {
        var b = new Brouillon(etat, moment, Acteur.Systeme);
        if (contexte.Demarrage.Fil is { } ouvert)
        {
            b.Ouvertures[contexte.FilPrincipal] = ouvert.Valeurs;
        }
        else
        {
            b.Etat = b.Etat with { Ruban = Ruban.Tracer(contexte) };
        }

        cheminement.Avancer(b, contexte.FilPrincipal);
        if (contexte.Demarrage.Fil is null)
        {
            foreach (var noeud in contexte.Modele.Noeuds)
            {
                contexte.Etape(noeud.Id).VeillerDesInscription(new Visite(contexte, b, contexte.FilPrincipal, noeud.Id));
            }
        }

        return Conclure(b);
    }

    /// <summary>Why an act cannot be accepted now, in French; null when it can.</summary>
    public string? Refuser(EtatParcours etat, Acte acte, Moment moment)
    {
        var refus = acte switch
        {
            { Donnees: { } donnees } => RefuserLaSource(etat, donnees, acte.Acteur, moment) ?? PriseDeDonnees.Refuser(etat, acte),
            { OuvreFil: { } type } => ControleActe.RefuserCle(acte) ?? ouvertures.Refuser(etat, type, acte, moment),
            _ => RefuserSurTache(etat, etat.Taches.GetValueOrDefault(acte.TacheId), acte, moment),
        };
        return refus is null ? null : Redaction.Francais.Composer(refus);
    }

    private string? RefuserSurTache(EtatParcours etat, TacheParcours? tache, Acte acte, Moment moment) =>
        ControleActe.Refuser(tache, acte, t => RefuserLActeur(etat, t, acte.Acteur, moment))
        ?? (tache!.Nature is Minuteries.Relancer or DemandesRefusees.Reprendre || PriseDeDonnees.EstVerification(tache.Nature)
            ? null
            : contexte.Etape(tache.NoeudId).Refuser(
                new VueParcours(contexte, new Brouillon(etat, moment, acte.Acteur), tache.FilId, tache.NoeudId), tache, acte));

    private string? RefuserLActeur(EtatParcours etat, TacheParcours tache, Acteur acteur, Moment moment) => Habilitation.Refuser(
        tache.Responsable, tache.Escaladee, Situer.Equipe(contexte, etat, moment.Maintenant), etat.Dossier.ReferentId, acteur, moment.Referents.Trouver(etat.Dossier.Lieu.Territoire, acteur.Id));

    /// <summary>The flux of a territory says anything; where she lives and what she needs, the person says, or who accompanies her.</summary>
    private string? RefuserLaSource(EtatParcours etat, DonneesChangees donnees, Acteur acteur, Moment moment) =>
        donnees.Source is SourceDonnees.Import && acteur == Acteur.Import ? null
        : donnees.Source is SourceDonnees.Import || acteur == Acteur.Import || !donnees.Lesquelles.All(PriseDeDonnees.SeDit) ? "Ces données viennent du flux d’un territoire : nul ne les change à la main."
        : Habilitation.Refuser(
            donnees.Source is SourceDonnees.Personne ? Responsable.Personne(contexte.DossierId) : Situer.Referent(contexte, etat, moment.Maintenant),
            escaladee: false,
            Situer.Equipe(contexte, etat, moment.Maintenant),
            etat.Dossier.ReferentId,
            acteur,
            moment.Referents.Trouver(etat.Dossier.Lieu.Territoire, acteur.Id));

    private Pas Agir(EtatParcours etat, Acte acte, Moment moment)
    {
        var b = new Brouillon(etat, moment, acte.Acteur);
        var message = acte switch
        {
            { Donnees: { } donnees } => Prendre(b, donnees),
            { OuvreFil: { } type } => Ouvrir(b, type, acte),
            _ => Agir(b, etat.Taches[acte.TacheId], acte),
        };
        b.Etat = b.Etat with
        {
            Actes = ActesConnus.Ajouter(
                b.Etat.Actes, acte.Cle, new ResultatActe { Message = Redaction.Francais.Composer(message), Projection = b.Etat.Numero + 1 }),
        };
        return Conclure(b);
    }

    private string Agir(Brouillon b, TacheParcours tache, Acte acte)
    {
        b.EnRemplacement = Habilitation.EstRemplacement(tache.Responsable, b.ReferentAvant, acte.Acteur);
        b.Poser(tache with { Statut = StatutTache.Faite, CloseLe = b.Maintenant });
        var visite = new Visite(contexte, b, tache.FilId, tache.NoeudId);
        var message = tache.Nature switch
        {
            Minuteries.Relancer => Minuteries.ContactRepris(b, visite, tache),
            DemandesRefusees.Reprendre => DemandesRefusees.ReprisALaMain(visite),
            _ when PriseDeDonnees.EstVerification(tache.Nature) => PriseDeDonnees.Verifiee(visite),
            _ => contexte.Etape(tache.NoeudId).SurActe(visite, tache, acte),
        };
        cheminement.Suivre(b, visite);
        return message;
    }

    /// <summary>The steps where threads stood are told when what they rest on has changed; a thread that begins now knows it.</summary>
    private string Prendre(Brouillon b, DonneesChangees donnees)
    {
        var noeud = b.Etat.Fils[contexte.FilPrincipal].NoeudId;
        var (visite, avant) = (new Visite(contexte, b, contexte.FilPrincipal, noeud), b.Etat);
        var message = PriseDeDonnees.Prendre(visite, donnees);
        cheminement.Suivre(b, visite);
        if (b.Etat.Personne != avant.Personne)
        {
            cheminement.Dire(b, avant.Fils.Keys, (etape, ici) => etape.SurSituation(ici));
        }

        return message;
    }

    private string Ouvrir(Brouillon b, string type, Acte acte)
    {
        var id = ouvertures.Ouvrir(b, type, acte);
        cheminement.Avancer(b, id);
        var fil = contexte.Modele.Fils.First(f => f.Id == type);
        return contexte.Etape(fil.Entree).Definition.Demarche?.Envoyee ?? $"C’est enregistré : « {fil.Titre} » commence.";
    }

    /// <summary>Handles the earliest alarm that is due; when none is, only the next one is said again.</summary>
    private Pas Sonner(EtatParcours etat, Moment moment)
    {
        var alarme = Situer.Reveils(etat).Where(a => a.Le <= moment.Maintenant).OrderBy(a => a.Le).ThenBy(a => a.Objet, StringComparer.Ordinal).FirstOrDefault();
        var b = new Brouillon(etat, moment, Acteur.Systeme);
        if (alarme is null)
        {
            return Conclure(b);
        }

        var visite = new Visite(contexte, b, alarme.FilId, alarme.NoeudId);
        if (alarme.TacheId is not null)
        {
            Minuteries.Sonner(b, visite, alarme);
        }
        else
        {
            visite.Deprogrammer(alarme.Objet);
            contexte.Etape(alarme.NoeudId).SurAlarme(visite, alarme.Objet);
        }

        cheminement.Suivre(b, visite);
        return Conclure(b);
    }

    private Pas Repondre(EtatParcours etat, Demande demande, Reponse reponse, Moment moment)
    {
        var b = new Brouillon(etat with { Demandes = etat.Demandes.Sans(demande.Cle) }, moment, Acteur.Systeme);
        var visite = new Visite(contexte, b, demande.FilId, demande.NoeudId);
        if (EstActif(visite) && demande.Cle == visite.Cle(demande.Objet))
        {
            contexte.Etape(demande.NoeudId).SurReponse(visite, demande, reponse);
        }
        else
        {
            contexte.Etape(demande.NoeudId).SurReponseTardive(visite, demande, reponse);
        }

        if (reponse.Refus is { } refus)
        {
            // A thread that has ended has nobody any more who could do it by hand.
            DemandesRefusees.Constater(visite.Fil is null ? new Visite(contexte, b, contexte.FilPrincipal, demande.NoeudId) : visite, demande, refus);
        }

        cheminement.Suivre(b, visite);
        return Conclure(b);
    }

    /// <summary>A thread that ran as a workflow of its own has ended; its facts are in its own stream.</summary>
    private Pas Finir(EtatParcours etat, FinDeFil fin, Moment moment)
    {
        if (etat.Fils.GetValueOrDefault(fin.FilId) is not { Separe: true } fil)
        {
            return new Pas { Etat = etat, Refus = "Aucun fil séparé de ce nom n’est ouvert." };
        }

        var b = new Brouillon(etat with { Fils = etat.Fils.Sans(fil.Id) }, moment, Acteur.Systeme);
        cheminement.Annoncer(b, fil.Id, new Annonce($"{fil.Type}.{fin.Issue}"));
        return Conclure(b);
    }

    /// <summary>The journey, whose thread this is, says what they share as it is now: people follow, and the steps are told as in the journey itself.</summary>
    private Pas Partager(EtatParcours etat, DossierPartage partage, Moment moment)
    {
        if (contexte.Demarrage.Fil?.Id != partage.FilId)
        {
            return new Pas { Etat = etat, Refus = "Ce partage n’est pas pour ce fil." };
        }

        var b = new Brouillon(etat, moment, Acteur.Systeme);
        if (partage.Rang.Suit(etat.Partage))
        {
            b.Etat = etat with { Dossier = partage.Dossier, Personne = partage.Personne, Partage = partage.Rang };
            if (partage.Dossier.Lieu != etat.Dossier.Lieu)
            {
                cheminement.Dire(b, b.Etat.Fils.Keys, (etape, visite) => etape.SurAnnonce(visite, Annonces.DossierTransfere));
            }
            else if (partage.Personne != etat.Personne)
            {
                cheminement.Dire(b, b.Etat.Fils.Keys, (etape, visite) => etape.SurSituation(visite));
            }
        }

        return Conclure(b);
    }

    private bool EstActif(Visite v) =>
        v.Fil is { } fil
        && !(v.Etat.Statut == StatutParcours.Clos && fil.Id == contexte.FilPrincipal)
        && (fil.NoeudId == v.Noeud.Id || fil.Memoires.ContainsKey(v.Noeud.Id));

    private Pas Conclure(Brouillon b) => b.Conclure(etat => Situer.Completer(contexte, b.PartageChange ? ouvertures.Informer(etat, b.Maintenant) : etat, b.Maintenant, b.ReferentAvant));
}
