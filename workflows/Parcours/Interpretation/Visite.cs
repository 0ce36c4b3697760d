using System.Text.Json;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>What a step can do to the journey while it handles one event. Every sentence given here is composed as French typography asks.</summary>
internal sealed class Visite(ContexteParcours contexte, Brouillon brouillon, string noeudId) : VueParcours(contexte, brouillon, noeudId)
{
    /// <summary>The outcome that the step chose while handling the event; null when it stays.</summary>
    public string? Sortie { get; private set; }

    /// <summary>Leaves by an outcome once the event is handled.</summary>
    public void Sortir(string sortie) => Sortie = sortie;

    /// <summary>Replaces what the step remembers.</summary>
    public void Retenir<T>(T memoire)
        where T : notnull =>
        Changer(e => e with
        {
            Memoires = new Dictionary<string, JsonElement>(e.Memoires)
            {
                [Noeud.Id] = JsonSerializer.SerializeToElement(memoire, ParcoursJson.Options),
            },
        });

    public void Consigner(Func<DossierParcours, DossierParcours> changement) =>
        Changer(e => e with { Dossier = changement(e.Dossier) });

    /// <summary>Adds a fact to the timeline.</summary>
    public void Constater(
        string code,
        string phrase,
        string? baseLegale = null,
        TonFait ton = TonFait.Normal,
        IReadOnlyDictionary<string, string>? donnees = null) =>
        Brouillon.Constater(new FaitProjete
        {
            Sequence = 0,
            Le = Maintenant,
            Code = code,
            Phrase = Francais.Composer(phrase),
            BaseLegale = baseLegale is null ? null : Francais.Composer(baseLegale),
            Ton = ton,
            Auteur = Brouillon.Auteur,
            NoeudId = Noeud.Id,
            Donnees = donnees ?? new Dictionary<string, string>(),
        });

    /// <summary>Opens a task, with its reminders and escalation.</summary>
    public TacheParcours Ouvrir(NouvelleTache nouvelle)
    {
        Changer(e => e with { Tache = e.Tache + 1 });
        var tache = nouvelle.Creer($"{DossierId}-{Etat.Tache}", Noeud, Maintenant);
        Brouillon.Poser(tache);
        Changer(e => e with { Alarmes = [.. e.Alarmes, .. AlarmesTache.De(tache)] });
        return tache;
    }

    /// <summary>Closes the open tasks of one kind that no longer have to be done; of one object only when given.</summary>
    public void Annuler(string nature, string? objetId = null)
    {
        foreach (var tache in Etat.Taches.Where(t => t.NoeudId == Noeud.Id && t.Nature == nature && (objetId is null || t.ObjetId == objetId)).ToList())
        {
            Brouillon.Poser(tache with { Statut = StatutTache.SansObjet, CloseLe = Maintenant });
        }
    }

    public bool EstOuverte(string nature) => Etat.Taches.Any(t => t.NoeudId == Noeud.Id && t.Nature == nature);

    /// <summary>Programs an alarm, in place of the one of the same purpose.</summary>
    public void Programmer(string objet, Instant le) =>
        Changer(e => e with
        {
            Alarmes = [.. e.Alarmes.Where(a => !EstMienne(a, objet)), new Alarme { NoeudId = Noeud.Id, Objet = objet, Le = le }],
        });

    public void Deprogrammer(string objet) => Changer(e => e with { Alarmes = [.. e.Alarmes.Where(a => !EstMienne(a, objet))] });

    /// <summary>Watches a deadline, in place of the one on the same thing.</summary>
    public void Attendre(string objet, Echeance echeance)
    {
        CesserAttendre(objet);
        Changer(e => e with { Echeances = [.. e.Echeances, new EcheanceEtape(Noeud.Id, objet, Composer(echeance))] });
    }

    public void CesserAttendre(string objet) =>
        Changer(e => e with { Echeances = [.. e.Echeances.Where(x => x.NoeudId != Noeud.Id || x.Objet != objet)] });

    /// <summary>Drops what other steps of this kind, not entered yet, watch: this one does from now on.</summary>
    public void PrendreLaVeille()
    {
        var autres = Contexte.Modele.Noeuds.Where(n => n.Type == Noeud.Type && n.Id != Noeud.Id && !Etat.Visites.ContainsKey(n.Id)).Select(n => n.Id).ToHashSet();
        Changer(e => e with
        {
            Alarmes = [.. e.Alarmes.Where(a => !autres.Contains(a.NoeudId))],
            Echeances = [.. e.Echeances.Where(x => !autres.Contains(x.NoeudId))],
        });
    }

    /// <summary>Second line of the step on the ribbon.</summary>
    public void Preciser(string? precision)
    {
        if (Etat.Ruban.FirstOrDefault(e => e.NoeudId == Noeud.Id) is { } etape)
        {
            Brouillon.Poser(etape with { Precision = precision is null ? null : Francais.Composer(precision) });
        }
    }

    public void Projeter(RendezVousProjete rendezVous) => Brouillon.Poser(rendezVous);

    public void Projeter(ContratProjete contrat) => Brouillon.Poser(contrat);

    public void Projeter(SemaineProjetee semaine) => Brouillon.Poser(semaine);

    /// <summary>The key of a request of this visit: the same on every attempt, different at each visit.</summary>
    public string Cle(string objet) => $"{DossierId}/{Noeud.Id}#{NumeroVisite}/{objet}";

    public void Demander(Demande demande) => Brouillon.Demander(demande);

    public void Ecrire(string objet, string modele, Dictionary<string, string> donnees, CanalCourrier canal = CanalCourrier.Message) =>
        Demander(new EnvoiCourrier
        {
            Cle = Cle(objet),
            DossierId = DossierId,
            NoeudId = Noeud.Id,
            Objet = objet,
            Modele = modele,
            Canal = canal,
            Donnees = donnees,
        });

    /// <summary>Ends the journey: nothing remains open.</summary>
    public void Terminer() => Changer(e => e with { Statut = StatutParcours.Clos });

    private static Echeance Composer(Echeance echeance) => echeance with { Motif = Francais.Composer(echeance.Motif) };

    private bool EstMienne(Alarme alarme, string objet) => alarme.NoeudId == Noeud.Id && alarme.TacheId is null && alarme.Objet == objet;

    private void Changer(Func<EtatParcours, EtatParcours> changement) => Brouillon.Etat = changement(Brouillon.Etat);
}
