using System.Text.Json;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>What a step can do to its thread while it handles one event. Every sentence given here is composed as French typography asks.</summary>
internal sealed class Visite(ContexteParcours contexte, Brouillon brouillon, string filId, string noeudId)
    : VueParcours(contexte, brouillon, filId, noeudId)
{
    /// <summary>The outcome that the step chose while handling the event; null when it stays.</summary>
    public string? Sortie { get; private set; }

    /// <summary>What the step announced: threads that wait for it start once the event is handled.</summary>
    public IReadOnlyList<Annonce> Annonces { get; private set; } = [];

    /// <summary>The step ended its thread.</summary>
    public bool Termine { get; private set; }

    /// <summary>What was typed to open the thread that begins here and now (<see cref="Etapes.DefinitionEtape.Demarche"/>), or announced.</summary>
    public IReadOnlyDictionary<string, string> Ouverture => Brouillon.Ouvertures.GetValueOrDefault(FilId) ?? new Dictionary<string, string>();

    /// <summary>Who makes this event happen.</summary>
    public Acteur Auteur => Brouillon.Auteur;

    /// <summary>Somebody else of the organisme référent does it in place of the référent.</summary>
    public bool EnRemplacement => Brouillon.EnRemplacement;

    /// <summary>Leaves by an outcome once the event is handled. Only the step where the thread stands can.</summary>
    public void Sortir(string sortie) => Sortie = sortie;

    /// <summary>Ends the thread once the event is handled: nothing of it remains open. Of the principal thread, ends the journey.</summary>
    public void Terminer() => Termine = true;

    /// <summary>Says to the other threads that something happened: <c>contrat.signe</c>.</summary>
    public void Annoncer(string annonce, IReadOnlyDictionary<string, string>? valeurs = null) =>
        Annonces = [.. Annonces, new(annonce, valeurs ?? new Dictionary<string, string>())];

    /// <summary>Replaces what the step remembers.</summary>
    public void Retenir<T>(T memoire)
        where T : IMemoire<T> =>
        ChangerFil(f => f with { Memoires = f.Memoires.Avec(Noeud.Id, IMemoire<T>.Ecrire(memoire)) });

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
            FilId = FilId,
            NoeudId = Noeud.Id,
            Donnees = donnees ?? new Dictionary<string, string>(),
        });

    /// <summary>Adds the fact that an authority decided. Nobody decides but a person: the journey by itself never gets here.</summary>
    /// <exception cref="InvalidOperationException">Nobody acts, or the person concerned does.</exception>
    public void Prononcer(string code, string phrase, string baseLegale, IReadOnlyDictionary<string, string>? donnees = null)
    {
        if (Brouillon.Auteur.Role is not (RoleActeur.Conseiller or RoleActeur.Encadrement))
        {
            throw new InvalidOperationException($"The step at '{Noeud.Id}' decides '{code}' without a counsellor who does.");
        }

        Constater(code, phrase, baseLegale, donnees: donnees);
    }

    /// <summary>What is learnt of the person.</summary>
    public void Apprendre(Func<SituationPersonne, SituationPersonne> changement) => Changer(e => e with { Personne = changement(e.Personne) });

    /// <summary>The last day of a delay, recorded now when it begins now: whatever becomes of the rules meanwhile.</summary>
    public override LocalDate Delai(string objet, Func<LocalDate> calculer)
    {
        var jour = base.Delai(objet, calculer);
        ChangerFil(f => f with { Delais = f.Delais.Avec(CleDelai(objet), jour) });
        return jour;
    }

    /// <summary>Opens a task, with its reminders and escalation.</summary>
    public TacheParcours Ouvrir(NouvelleTache nouvelle)
    {
        Changer(e => e with { Tache = e.Tache + 1 });
        var tache = nouvelle.Creer($"{DossierId}-{FluxEtEpoque}-{Etat.Tache}", FilId, Noeud, Maintenant);
        tache = tache with { DemandeeLe = Brouillon.Remplacee(tache) is { } remplacee ? remplacee.DemandeeLe ?? remplacee.OuverteLe : null };
        Brouillon.Poser(tache);
        return tache;
    }

    /// <summary>Closes the open tasks of one kind that no longer have to be done; of one object only when given.</summary>
    public void Annuler(string nature, string? objetId = null)
    {
        foreach (var tache in Miennes().Where(t => t.Nature == nature && (objetId is null || t.ObjetId == objetId)).ToList())
        {
            Brouillon.Poser(tache with { Statut = StatutTache.SansObjet, CloseLe = Maintenant });
        }
    }

    /// <summary>Gives the open tasks of one kind the due date, reminders and escalation of another moment.</summary>
    public void Reporter(NouvelleTache comme)
    {
        foreach (var tache in Miennes().Where(t => t.Nature == comme.Nature).ToList())
        {
            var neuve = comme.Creer(tache.TacheId, FilId, Noeud, Maintenant);
            Brouillon.Poser(tache with { Echeance = neuve.Echeance, Rappels = neuve.Rappels, EscaladeLe = neuve.EscaladeLe });
        }
    }

    public bool EstOuverte(string nature) => Miennes().Any(t => t.Nature == nature);

    /// <summary>Programs an alarm, in place of the one of the same purpose.</summary>
    public void Programmer(string objet, Instant le) =>
        Changer(e => e with { Alarmes = e.Alarmes.Avec(Alarme.Cle(FilId, Noeud.Id, objet), le) });

    public void Deprogrammer(string objet) => Changer(e => e with { Alarmes = e.Alarmes.Sans(Alarme.Cle(FilId, Noeud.Id, objet)) });

    /// <summary>Watches a deadline, in place of the one on the same thing.</summary>
    public void Attendre(string objet, Echeance echeance) =>
        ChangerFil(f => f with
        {
            Echeances = f.Echeances.Avec(EcheanceEtape.Cle(Noeud.Id, objet), new EcheanceEtape(Noeud.Id, objet, Composer(echeance))),
        });

    /// <summary>Drops what other steps of this kind, not entered yet, watch: this one does from now on.</summary>
    public void PrendreLaVeille()
    {
        var autres = Contexte.Modele.Noeuds.Where(n => n.Type == Noeud.Type && n.Id != Noeud.Id && !Fil!.Visites.ContainsKey(n.Id)).Select(n => n.Id).ToHashSet();
        Changer(e => e with { Alarmes = e.Alarmes.Sans((cle, _) => autres.Any(a => cle.StartsWith(Alarme.Prefixe(FilId, a), StringComparison.Ordinal))) });
        ChangerFil(f => f with { Echeances = f.Echeances.Sans((_, x) => autres.Contains(x.NoeudId)) });
    }

    /// <summary>Second line of the step on the ribbon, and the last day that it promises, if any.</summary>
    public void Preciser(string? precision, LocalDate? avantLe = null)
    {
        if (Etat.Ruban.GetValueOrDefault(Noeud.Id) is { } etape)
        {
            Brouillon.Poser(etape with { Precision = precision is null ? null : Francais.Composer(precision), AvantLe = avantLe });
        }
    }

    public void Projeter(RendezVousProjete rendezVous) => Brouillon.Poser(rendezVous);

    public void Projeter(ContratProjete contrat) => Brouillon.Poser(contrat);

    public void Projeter(SemaineProjetee semaine) => Brouillon.Poser(semaine);

    /// <summary>The key of a request of this visit: the same on every attempt, different at each visit, and in another past.</summary>
    public string Cle(string objet) => $"{DossierId}/{FilId}@{Etat.Epoque}/{Noeud.Id}#{NumeroVisite}/{objet}";

    /// <summary>Asks the world. The answer comes back to the step unless it is <paramref name="sansSuite"/>; a refusal always does.</summary>
    public void Demander<TDemande, TReponse>(string objet, Service<TDemande, TReponse> service, TDemande contenu, bool sansSuite = false)
        where TDemande : class =>
        Brouillon.Demander(new Demande
        {
            Cle = Cle(objet),
            DossierId = DossierId,
            FilId = FilId,
            NoeudId = Noeud.Id,
            Objet = objet,
            Activite = service.Activite,
            SansSuite = sansSuite,
            Contenu = JsonSerializer.SerializeToElement(contenu, ParcoursJson.Options),
        });

    /// <summary>Sends a letter. Its proof comes back to the step only when it is <paramref name="attendu"/>.</summary>
    public void Ecrire(
        string objet, ModeleCourrier modele, Dictionary<string, string> donnees, CanalCourrier canal = CanalCourrier.Message, bool attendu = false) =>
        Demander(
            objet,
            CourriersServices.Envoyer,
            new EnvoiCourrier { Modele = modele.Code, Libelle = modele.Libelle, Canal = canal, Donnees = donnees },
            sansSuite: !attendu);

    private string FluxEtEpoque => Contexte.FilPrincipal == NomsParcours.FilPrincipal ? $"{Etat.Epoque}" : $"{Contexte.FilPrincipal}-{Etat.Epoque}";

    private static Echeance Composer(Echeance echeance) => echeance with { Motif = Francais.Composer(echeance.Motif) };

    private IEnumerable<TacheParcours> Miennes() => Etat.Taches.Values.Where(t => t.FilId == FilId && t.NoeudId == Noeud.Id);

    private void ChangerFil(Func<Fil, Fil> changement) => Brouillon.Poser(changement(Fil!));

    private void Changer(Func<EtatParcours, EtatParcours> changement) => Brouillon.Etat = changement(Brouillon.Etat);
}
