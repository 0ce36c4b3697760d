using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>The state being changed by one event, and what the change will show and ask. Lives for one event only.</summary>
internal sealed class Brouillon(EtatParcours etat, Moment moment, Acteur auteur)
{
    private readonly EtatParcours avant = etat;
    private readonly bool nouveauPasse = moment.NouveauPasse;
    private readonly Dictionary<string, TacheParcours> taches = [];
    private readonly Dictionary<string, RendezVousProjete> rendezVous = [];
    private readonly Dictionary<string, ContratProjete> contrats = [];
    private readonly Dictionary<LocalDate, SemaineProjetee> semaines = [];
    private readonly List<FaitProjete> faits = [];

    public EtatParcours Etat { get; set; } = etat;

    /// <summary>Who accompanied before this event.</summary>
    public string? ReferentAvant { get; } = etat.Dossier.ReferentId;

    /// <summary>What the threads share is no longer what they were told before this event.</summary>
    public bool PartageChange => nouveauPasse || Etat.Dossier != avant.Dossier || Etat.Personne != avant.Personne;

    public Instant Maintenant { get; } = moment.Maintenant;

    /// <summary>The topics of the law that were read, each with its version.</summary>
    public SortedSet<string> DroitConsulte { get; } = new(StringComparer.Ordinal);

    public IReferents Referents { get; } = moment.Referents;

    /// <summary>Who made the event happen: the author of its facts.</summary>
    public Acteur Auteur { get; } = auteur;

    public bool Reprise { get; set; }

    public bool EstClos => Etat.Statut == StatutParcours.Clos;

    /// <summary>The threads that this event opens, each with what was typed or announced.</summary>
    public Dictionary<string, IReadOnlyDictionary<string, string>> Ouvertures { get; } = [];

    /// <summary>The act is done in place of the référent whose task it is: its first fact says so.</summary>
    public bool EnRemplacement { get; set; }

    public void Consulter(string sujet, VersionDroit version) => DroitConsulte.Add($"{sujet} {version}");

    /// <summary>Adds a fact, and gives it its number.</summary>
    public void Constater(FaitProjete fait)
    {
        if (EnRemplacement && faits.Count == 0)
        {
            fait = fait with { Phrase = $"{fait.Phrase} Par une autre personne de l’organisme référent, en remplacement du référent." };
        }

        Etat = Etat with { Fait = Etat.Fait + 1 };
        faits.Add(fait with { Sequence = Etat.Fait });
    }

    /// <summary>The task that this event ended unanswered and whose place another takes; null when there is none.</summary>
    public TacheParcours? Remplacee(TacheParcours par) => taches.Values.FirstOrDefault(t =>
        t.Statut is StatutTache.SansObjet && (t.FilId, t.NoeudId, t.Nature, t.ObjetId) == (par.FilId, par.NoeudId, par.Nature, par.ObjetId));

    /// <summary>Keeps a task when it is open, forgets it when it is not, and shows it either way.</summary>
    public void Poser(TacheParcours tache)
    {
        var ouverte = tache.Statut == StatutTache.Ouverte;
        Etat = Etat with { Taches = ouverte ? Etat.Taches.Avec(tache.TacheId, tache) : Etat.Taches.Sans(tache.TacheId) };
        taches[tache.TacheId] = tache;
        if (ouverte)
        {
            return;
        }

        if (!avant.Taches.ContainsKey(tache.TacheId))
        {
            // Opened and closed by one event: nobody ever saw it.
            taches.Remove(tache.TacheId);
        }

        foreach (var relance in Etat.Taches.Values.Where(t => t.Nature == Minuteries.Relancer && t.ObjetId == tache.TacheId).ToList())
        {
            Poser(relance with { Statut = StatutTache.SansObjet, CloseLe = Maintenant });
        }
    }

    public void Poser(Fil fil) => Etat = Etat with { Fils = Etat.Fils.Avec(fil.Id, fil) };

    public void Poser(EtapeProjetee etape) => Etat = Etat with { Ruban = Etat.Ruban.Avec(etape.NoeudId, etape) };

    public void Poser(RendezVousProjete rendezVous) => this.rendezVous[rendezVous.RendezVousId] = rendezVous;

    public void Poser(SemaineProjetee semaine) => semaines[semaine.Lundi] = semaine;

    public void Poser(ContratProjete contrat) => contrats[contrat.ContratId] = contrat;

    public void Demander(Demande demande) => Etat = Etat with { Demandes = Etat.Demandes.Avec(demande.Cle, demande) };

    /// <summary>Closes the draft: numbers the decision and says where the journey stands.</summary>
    public Pas Conclure(Func<EtatParcours, EtatParcours> situer) => new()
    {
        Etat = situer(Etat with { Numero = Etat.Numero + 1 }),
        Faits = faits,
        Taches = [.. taches.Values],
        RendezVous = [.. rendezVous.Values],
        Contrats = [.. contrats.Values],
        Semaines = [.. semaines.Values],
        Reprise = Reprise,
        DroitConsulte = DroitConsulte,
    };
}
