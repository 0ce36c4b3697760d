using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>Moves a journey from node to node: enters, leaves, and keeps the ribbon.</summary>
internal sealed class Cheminement(ContexteParcours contexte)
{
    /// <summary>More steps than any template passes on one event; beyond, the template runs in circles.</summary>
    private const int PassagesMax = 50;

    /// <summary>Follows the outcome that a step chose, if it is where the journey stands.</summary>
    public void Suivre(Brouillon b, Visite visite)
    {
        if (visite.Sortie is { } sortie)
        {
            Quitter(b, visite, sortie);
            Avancer(b);
        }

        if (b.Etat.Statut == StatutParcours.Clos)
        {
            ToutClore(b);
        }
    }

    public void Avancer(Brouillon b)
    {
        for (var passages = 0; b.Etat.AEntrer; passages++)
        {
            if (passages == PassagesMax)
            {
                throw new InvalidOperationException($"The template {contexte.Modele.Id} v{contexte.Modele.Version} runs in circles at '{b.Etat.NoeudId}'.");
            }

            var id = b.Etat.NoeudId;
            b.Etat = b.Etat with
            {
                AEntrer = false,
                Visites = new Dictionary<string, int>(b.Etat.Visites) { [id] = b.Etat.Visites.GetValueOrDefault(id) + 1 },
            };
            var visite = new Visite(contexte, b, id);
            Marquer(b, id, StatutEtape.EnCours);
            Etape(id).Entrer(visite);
            if (visite.Sortie is { } sortie)
            {
                Quitter(b, visite, sortie);
            }
        }
    }

    private void Quitter(Brouillon b, Visite visite, string sortie)
    {
        var definition = Etape(visite.Noeud.Id).Definition;
        if (!definition.EnArrierePlan)
        {
            Effacer(b, visite.Noeud.Id);
            Marquer(b, visite.Noeud.Id, StatutEtape.Faite);
        }

        b.RepriseANeuf |= definition.EstRevue;
        b.Etat = b.Etat with { NoeudId = visite.Noeud.Sorties[sortie], AEntrer = true };
    }

    /// <summary>Nothing of a step that was left stays open.</summary>
    private static void Effacer(Brouillon b, string noeudId)
    {
        foreach (var tache in b.Etat.Taches.Where(t => t.NoeudId == noeudId).ToList())
        {
            b.Poser(tache with { Statut = StatutTache.SansObjet, CloseLe = b.Maintenant });
        }

        b.Etat = b.Etat with
        {
            Alarmes = [.. b.Etat.Alarmes.Where(a => a.NoeudId != noeudId)],
            Echeances = [.. b.Etat.Echeances.Where(e => e.NoeudId != noeudId)],
            Memoires = b.Etat.Memoires.Where(m => m.Key != noeudId).ToDictionary(),
            Delais = b.Etat.Delais.Where(d => !d.Key.StartsWith($"{noeudId}#", StringComparison.Ordinal)).ToDictionary(),
        };
    }

    private void ToutClore(Brouillon b)
    {
        foreach (var noeud in contexte.Modele.Noeuds)
        {
            Etape(noeud.Id).SurCloture(new Visite(contexte, b, noeud.Id));
            Effacer(b, noeud.Id);
            if (b.Etat.Visites.ContainsKey(noeud.Id))
            {
                Marquer(b, noeud.Id, StatutEtape.Faite);
            }
        }
    }

    private void Marquer(Brouillon b, string noeudId, StatutEtape statut)
    {
        if (b.Etat.Ruban.FirstOrDefault(e => e.NoeudId == noeudId) is { } etape && etape.Statut != statut)
        {
            var jour = contexte.Calendrier.Jour(b.Maintenant);
            b.Poser(statut == StatutEtape.EnCours
                ? etape with { Statut = statut, EntreeLe = jour, SortieLe = null }
                : etape with { Statut = statut, SortieLe = jour });
        }
    }

    private IEtape Etape(string noeudId) => CatalogueEtapes.Etape(contexte.Noeud(noeudId).Type);
}
