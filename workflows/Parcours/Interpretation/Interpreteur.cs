using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>
/// Walks a template: (state, event, now) → (state, projection, requests). Pure: no clock, no wait, no side effect, so that a
/// journey can be run by a workflow, by a simulation or by a test alike.
/// </summary>
internal sealed class Interpreteur(ContexteParcours contexte)
{
    private readonly Cheminement _cheminement = new(contexte);

    /// <summary>The state of a journey that has not begun.</summary>
    public EtatParcours Initial() => new() { NoeudId = contexte.Modele.Entree };

    public Pas Demarrer(EtatParcours etat, Moment moment)
    {
        var b = new Brouillon(etat with { DebutLe = moment.Maintenant }, moment, Acteur.Systeme);
        b.PoserRuban(Ruban.Tracer(contexte.Modele));
        _cheminement.Avancer(b);
        if (b.Generation >= Generation.Courante)
        {
            contexte.Modele.Noeuds.ToList().ForEach(n => Etape(n.Id).VeillerDesInscription(new Visite(contexte, b, n.Id)));
        }

        return Conclure(b);
    }

    /// <summary>Why an act cannot be accepted now, in French; null when it can.</summary>
    public string? Refuser(EtatParcours etat, Acte acte, Moment moment)
    {
        var tache = etat.Taches.FirstOrDefault(t => t.TacheId == acte.TacheId);
        var refus = ControleActe.Refuser(tache, acte)
            ?? (tache!.Nature is Minuteries.Relancer or DemandesRefusees.Reprendre
                ? null
                : Etape(tache.NoeudId).Refuser(new VueParcours(contexte, new Brouillon(etat, moment, acte.Acteur), tache.NoeudId), tache, acte));
        return refus is null ? null : Redaction.Francais.Composer(refus);
    }

    /// <summary>Applies an act that <see cref="Refuser"/> accepts at the same moment.</summary>
    public Pas Agir(EtatParcours etat, Acte acte, Moment moment)
    {
        var b = new Brouillon(etat, moment, acte.Acteur);
        var tache = etat.Taches.First(t => t.TacheId == acte.TacheId);
        b.Poser(tache with { Statut = StatutTache.Faite, CloseLe = moment.Maintenant });
        var visite = new Visite(contexte, b, tache.NoeudId);
        var message = tache.Nature switch
        {
            Minuteries.Relancer => Minuteries.ContactRepris(b, visite, tache),
            DemandesRefusees.Reprendre => DemandesRefusees.ReprisALaMain(visite),
            _ => Etape(tache.NoeudId).SurActe(visite, tache, acte),
        };
        _cheminement.Suivre(b, visite);
        var pas = Conclure(b);
        var traite = new ActeTraite(acte.Cle, new ResultatActe
        {
            Message = Redaction.Francais.Composer(message),
            Projection = pas.Etat.Projection,
        });
        return pas with { Etat = pas.Etat with { ActesTraites = ActesConnus.Ajouter(pas.Etat.ActesTraites, traite) } };
    }

    /// <summary>Handles the earliest alarm that is due; null when none is.</summary>
    public Pas? Sonner(EtatParcours etat, Moment moment)
    {
        if (etat.Alarmes.Where(a => a.Le <= moment.Maintenant).OrderBy(a => a.Le).FirstOrDefault() is not { } alarme)
        {
            return null;
        }

        var b = new Brouillon(etat with { Alarmes = [.. etat.Alarmes.Where(a => a != alarme)] }, moment, Acteur.Systeme);
        var visite = new Visite(contexte, b, alarme.NoeudId);
        if (alarme.TacheId is not null)
        {
            Minuteries.Sonner(b, visite, alarme);
        }
        else
        {
            Etape(alarme.NoeudId).SurAlarme(visite, alarme.Objet);
        }

        _cheminement.Suivre(b, visite);
        return Conclure(b);
    }

    public Pas Repondre(EtatParcours etat, Demande demande, Reponse reponse, Moment moment)
    {
        var b = new Brouillon(etat with { Demandes = [.. etat.Demandes.Where(d => d.Cle != demande.Cle)] }, moment, Acteur.Systeme);
        var visite = new Visite(contexte, b, demande.NoeudId);
        if (EstActif(etat, demande.NoeudId) && demande.Cle == visite.Cle(demande.Objet))
        {
            Etape(demande.NoeudId).SurReponse(visite, demande, reponse);
        }
        else
        {
            Etape(demande.NoeudId).SurReponseTardive(visite, demande, reponse);
        }

        if (reponse.Refus is { } refus)
        {
            DemandesRefusees.Constater(visite, demande, refus);
        }

        _cheminement.Suivre(b, visite);
        return Conclure(b);
    }

    private static bool EstActif(EtatParcours etat, string noeudId) =>
        etat.Statut == StatutParcours.Ouvert && (etat.NoeudId == noeudId || etat.Memoires.ContainsKey(noeudId));

    private IEtape Etape(string noeudId) => CatalogueEtapes.Etape(contexte.Noeud(noeudId).Type);

    private Pas Conclure(Brouillon b)
    {
        var projection = b.Projeter(contexte.DossierId, etat => Situer.Projeter(contexte, etat));
        return new Pas { Etat = b.Etat, Projection = projection, Demandes = b.Demandes, Delais = b.Delais, RepriseANeuf = b.RepriseANeuf };
    }
}
