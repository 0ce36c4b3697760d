using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>Moves a thread from node to node: enters, leaves, ends, and keeps the ribbon.</summary>
internal sealed class Cheminement(ContexteParcours contexte, Ouvertures ouvertures)
{
    /// <summary>More steps than any template passes on one event; beyond, the template runs in circles.</summary>
    private const int PassagesMax = 50;

    /// <summary>Follows what a step chose: its outcome, the end of its thread, what others wait for.</summary>
    /// <exception cref="InvalidOperationException">The thread stands elsewhere: a step in the background never moves it.</exception>
    public void Suivre(Brouillon b, Visite visite)
    {
        if ((visite.Sortie is not null || visite.Termine) && (visite.Fil is not { Entre: true } fil || fil.NoeudId != visite.Noeud.Id))
        {
            throw new InvalidOperationException($"The step at '{visite.Noeud.Id}' cannot move the thread '{visite.FilId}', which {(visite.Fil is null ? "has ended" : $"stands at '{visite.Fil.NoeudId}'")}.");
        }

        Conclure(b, visite);
        Avancer(b, visite.FilId);
        Annoncer(b, visite);
    }

    public void Avancer(Brouillon b, string filId)
    {
        for (var passages = 0; b.Etat.Fils.GetValueOrDefault(filId) is { Entre: false, Separe: false } fil; passages++)
        {
            if (passages == PassagesMax)
            {
                throw new InvalidOperationException($"The template {contexte.Modele.Id} v{contexte.Modele.Version} runs in circles at '{fil.NoeudId}'.");
            }

            b.Poser(fil with { Entre = true, Visites = fil.Visites.Avec(fil.NoeudId, fil.Visites.GetValueOrDefault(fil.NoeudId) + 1) });
            var visite = new Visite(contexte, b, filId, fil.NoeudId);
            Marquer(b, fil.NoeudId, StatutEtape.EnCours);
            contexte.Etape(fil.NoeudId).Entrer(visite);
            Conclure(b, visite);
            Annoncer(b, visite);
        }
    }

    /// <summary>Tells something to the steps where threads stand, and follows what each chooses.</summary>
    public void Dire(Brouillon b, IEnumerable<string> fils, Action<IEtape, Visite> quoi)
    {
        foreach (var id in fils.ToList())
        {
            // One of them may have ended another.
            if (b.Etat.Fils.GetValueOrDefault(id) is { Entre: true, Separe: false } fil && !(id == contexte.FilPrincipal && b.EstClos))
            {
                var visite = new Visite(contexte, b, id, fil.NoeudId);
                quoi(contexte.Etape(fil.NoeudId), visite);
                Suivre(b, visite);
            }
        }
    }

    /// <summary>What a thread announces: the open ones are told, those that wait for it begin, the accompaniment is taken up where the template says.</summary>
    public void Annoncer(Brouillon b, string filId, Annonce annonce)
    {
        Dire(b, b.Etat.Fils.Keys.Where(id => id != filId), (etape, visite) => etape.SurAnnonce(visite, annonce.Nom));
        foreach (var nouveau in ouvertures.Annoncer(b, annonce))
        {
            Avancer(b, nouveau);
        }

        if (filId != contexte.FilPrincipal && contexte.Modele.Reprises.FirstOrDefault(r => r.Annonce == annonce.Nom) is { } reprise && !b.EstClos)
        {
            Reprendre(b, reprise.Vers);
        }
    }

    private void Annoncer(Brouillon b, Visite visite)
    {
        foreach (var annonce in visite.Annonces)
        {
            Annoncer(b, visite.FilId, annonce);
        }
    }

    /// <summary>The accompaniment leaves where it stands, which settles what it showed as still to come, and enters another step.</summary>
    private void Reprendre(Brouillon b, string vers)
    {
        var noeudId = b.Etat.Fils[contexte.FilPrincipal].NoeudId;
        contexte.Etape(noeudId).SurReprise(new Visite(contexte, b, contexte.FilPrincipal, noeudId));
        Effacer(b, contexte.FilPrincipal, noeudId, suite: true);
        if (b.Etat.Ruban.GetValueOrDefault(noeudId) is { } etape)
        {
            b.Poser(etape with { Statut = StatutEtape.AVenir, EntreeLe = null, SortieLe = null, Precision = null, AvantLe = null });
        }

        b.Poser(b.Etat.Fils[contexte.FilPrincipal] with { NoeudId = vers, Entre = false });
        Avancer(b, contexte.FilPrincipal);
    }

    private void Conclure(Brouillon b, Visite visite)
    {
        if (visite.Termine)
        {
            Clore(b, visite.FilId);
        }
        else if (visite.Sortie is { } sortie)
        {
            Quitter(b, visite, sortie);
        }
    }

    private void Quitter(Brouillon b, Visite visite, string sortie)
    {
        var definition = contexte.Etape(visite.Noeud.Id).Definition;
        if (!definition.EnArrierePlan)
        {
            Effacer(b, visite.FilId, visite.Noeud.Id, suite: true);
            Marquer(b, visite.Noeud.Id, StatutEtape.Faite);
        }

        b.Reprise |= definition.EstRevue;
        b.Poser(b.Etat.Fils[visite.FilId] with { NoeudId = visite.Noeud.Sorties[sortie], Entre = false });
    }

    /// <summary>Ends a thread: nothing of it stays open. The end of the principal one ends those that are declared so, and no other.</summary>
    private void Clore(Brouillon b, string filId)
    {
        foreach (var noeud in contexte.Modele.Noeuds)
        {
            if (b.Etat.Fils[filId].Visites.ContainsKey(noeud.Id))
            {
                contexte.Etape(noeud.Id).SurCloture(new Visite(contexte, b, filId, noeud.Id));
                Marquer(b, noeud.Id, StatutEtape.Faite);
            }

            Effacer(b, filId, noeud.Id);
        }

        if (filId != contexte.FilPrincipal)
        {
            b.Etat = b.Etat with { Fils = b.Etat.Fils.Sans(filId) };
            return;
        }

        b.Etat = b.Etat with { Statut = StatutParcours.Clos };
        foreach (var autre in b.Etat.Fils.Values.Where(f => f.Id != filId && !f.Separe && FinitAvec(f)).ToList())
        {
            Clore(b, autre.Id);
        }
    }

    private bool FinitAvec(Fil fil) => contexte.Modele.Fils.FirstOrDefault(f => f.Id == fil.Type)?.FinitAvecLAccompagnement ?? false;

    /// <summary>Nothing of a step that was left stays open; but as long as the thread goes on, what the journey itself asked during it.</summary>
    private static void Effacer(Brouillon b, string filId, string noeudId, bool suite = false)
    {
        foreach (var tache in b.Etat.Taches.Values.Where(t => t.FilId == filId && t.NoeudId == noeudId && !(suite && PriseDeDonnees.EstVerification(t.Nature))).ToList())
        {
            b.Poser(tache with { Statut = StatutTache.SansObjet, CloseLe = b.Maintenant });
        }

        b.Etat = b.Etat with { Alarmes = b.Etat.Alarmes.Sans((cle, _) => cle.StartsWith(Alarme.Prefixe(filId, noeudId), StringComparison.Ordinal)) };
        var fil = b.Etat.Fils[filId];
        b.Poser(fil with
        {
            Echeances = fil.Echeances.Sans((_, e) => e.NoeudId == noeudId),
            Memoires = fil.Memoires.Sans(noeudId),
            Delais = fil.Delais.Sans((cle, _) => cle.StartsWith($"{noeudId}#", StringComparison.Ordinal)),
        });
    }

    private void Marquer(Brouillon b, string noeudId, StatutEtape statut)
    {
        if (b.Etat.Ruban.GetValueOrDefault(noeudId) is { } etape && etape.Statut != statut)
        {
            var jour = contexte.CalendrierDe(b.Etat).Jour(b.Maintenant);
            b.Poser(statut == StatutEtape.EnCours
                ? etape with { Statut = statut, EntreeLe = jour, SortieLe = null }
                : etape with { Statut = statut, SortieLe = jour });
        }
    }
}
