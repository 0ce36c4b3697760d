using System.Text.Json;
using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Tests.Banc;

/// <summary>Runs a journey by its decisions, with a hand-driven clock, and checks after every event what must always hold.</summary>
internal sealed class ParcoursEnMemoire
{
    private readonly Deciseur deciseur;
    private readonly ModeleParcours modele;
    private readonly DemarrageParcours demarrage;
    private readonly CalendrierCivil calendrier;
    private readonly JsonObject json = [];
    private EtatParcours? etat;
    private int actes;

    public ParcoursEnMemoire(
        SituationPersonne? situation = null,
        ModeleParcours? modele = null,
        Monde? monde = null,
        string debut = "2026-10-08T09:00:00",
        string commune = "62510",
        CatalogueEtapes? catalogue = null,
        TableCompetence? competences = null,
        string territoire = "pas-de-calais")
    {
        Monde = monde ?? new Monde();
        demarrage = new DemarrageParcours
        {
            DossierId = "dossier-0001",
            Territoire = territoire,
            Commune = commune,
            ModeleId = "national",
            ModeleVersion = 1,
            Situation = situation ?? Situations.ProcheDeLEmploi,
        };
        deciseur = new Deciseur(catalogue ?? CatalogueEtapes.National, CalendriersCommunes.Nationaux, competences ?? TableCompetence.Nationale);
        this.modele = modele ?? Modeles.National();
        calendrier = CalendriersCommunes.Nationaux.De(commune);
        Maintenant = calendrier.Zone.AtLeniently(LocalDateTimePattern.GeneralIso.Parse(debut).Value).ToInstant();
        Appliquer(Evenement.Debut);
        Repondre();
    }

    public Monde Monde { get; }

    public EtatParcours Etat => etat!;

    public Fil Principal => Etat.Fils[NomsParcours.FilPrincipal];

    public Instant Maintenant { get; private set; }

    public LocalDate Aujourdhui => calendrier.Jour(Maintenant);

    public List<Decision> Decisions { get; } = [];

    public List<ProjectionDossier> Projections { get; } = [];

    public List<Demande> Demandes { get; } = [];

    public IEnumerable<EnvoiCourrier> Courriers => Demandees(CourriersServices.Envoyer);

    public IEnumerable<FaitProjete> Faits => Projections.SelectMany(p => p.Faits);

    public IEnumerable<T> Demandees<T, TReponse>(Service<T, TReponse> service)
        where T : class =>
        Demandes.Where(d => d.Activite == service.Activite).Select(service.Lire);

    public string[] Codes => [.. Faits.Select(f => f.Code)];

    /// <summary>Passages after which the workflow would continue as new.</summary>
    public int Reprises => Decisions.Count(d => d.Reprise);

    public string Noeud => Principal.NoeudId;

    public TacheParcours Tache(string nature) => Assert.Single(Etat.Taches.Values, t => t.Nature == nature);

    public bool Ouverte(string nature) => Etat.Taches.Values.Any(t => t.Nature == nature);

    public RendezVousProjete DernierRendezVous => Projections.SelectMany(p => p.RendezVous).Last();

    public ContratProjete DernierContrat => Projections.SelectMany(p => p.Contrats).Last();

    /// <summary>Acts as the one who is responsible for the task; fails the test when refused.</summary>
    public string Agir(string nature, string geste, params (string Nom, string Valeur)[] valeurs) =>
        Appliquer(Acte(Tache(nature), geste, valeurs)).Message;

    /// <summary>Why an act would be refused; null when it would be accepted.</summary>
    public string? Refus(string nature, string geste, params (string Nom, string Valeur)[] valeurs) => Refus(Acte(Tache(nature), geste, valeurs));

    public string? Refus(Acte acte) => deciseur.Traiter(Demander(Evenement.De(acte)), etat, modele, epoque: 1, Monde).Refus;

    public ResultatActe Appliquer(Acte acte)
    {
        Appliquer(Evenement.De(acte));
        Repondre();
        return Etat.Actes[acte.Cle];
    }

    public Acte Acte(TacheParcours tache, string geste, params (string Nom, string Valeur)[] valeurs) => new()
    {
        Cle = $"cle-{++actes}",
        TacheId = tache.TacheId,
        Geste = geste,
        Acteur = new Acteur(tache.Responsable.Role, Monde.QuiAgit(tache)),
        Valeurs = valeurs.ToDictionary(v => v.Nom, v => v.Valeur),
    };

    /// <summary>A counsellor of the authority confirms the proposed orientation.</summary>
    public ParcoursEnMemoire Oriente()
    {
        var reasons = Tache("decider-orientation").Gestes.Single(g => g.Code == "retenir").Champs.Select(c => (c.Nom, "t-raison"));
        Agir("decider-orientation", "retenir", [.. reasons]);
        return this;
    }

    /// <summary>Opens a thread by hand.</summary>
    public string Ouvrir(string type, RoleActeur role, string id, params (string Nom, string Valeur)[] valeurs)
    {
        var acte = new Acte { Cle = $"cle-{++actes}", OuvreFil = type, Acteur = new Acteur(role, id), Valeurs = valeurs.ToDictionary(v => v.Nom, v => v.Valeur) };
        return Refus(acte) ?? Appliquer(acte).Message;
    }

    /// <summary>Lets time pass, waking the journey at each of its moments.</summary>
    public void Avancer(Duration duree) => AvancerJusqua(Maintenant + duree);

    public void AvancerJours(int jours) => Avancer(Duration.FromDays(jours));

    /// <summary>Until an hour of a local day.</summary>
    public void AvancerJusqua(string localIso) =>
        AvancerJusqua(calendrier.Zone.AtLeniently(LocalDateTimePattern.GeneralIso.Parse(localIso).Value).ToInstant());

    public void AvancerJusqua(Instant fin)
    {
        while (Etat.ProchainReveil is { } le && le <= fin)
        {
            Maintenant = Instant.Max(Maintenant, le);
            Appliquer(Evenement.Temps(le));
            Repondre();
        }

        Maintenant = Instant.Max(Maintenant, fin);
    }

    /// <summary>The world answers everything it is asked, unless it is mute.</summary>
    public void Repondre()
    {
        while (Etat.Demandes.Values.FirstOrDefault(d => !Monde.Muet(d)) is { } demande)
        {
            Repondre(demande, Monde.Repondre(demande, Maintenant));
        }
    }

    public void Repondre(Demande demande, Reponse reponse)
    {
        if (demande.SansSuite && reponse.Refus is null)
        {
            json["demandes"]!.AsObject().Remove(demande.Cle);
            etat = VersionsEtat.Lire(json);
        }
        else
        {
            Appliquer(Evenement.De(demande, reponse));
        }
    }

    public Decision Decider(Evenement evenement) => deciseur.Decider(Demander(evenement), etat, modele, epoque: 1, Monde);

    private DecisionDemandee Demander(Evenement evenement) => new()
    {
        Demarrage = demarrage,
        Etat = etat is null ? null : json,
        Evenement = evenement,
        Maintenant = Maintenant,
        Numero = (etat?.Numero ?? 0) + 1,
        Acquis = etat?.Numero ?? 0,
        WorkflowId = "parcours-dossier-0001",
        RunId = "run",
    };

    private void Appliquer(Evenement evenement)
    {
        var decision = Decider(evenement);
        Assert.Null(decision.Refus);
        var avant = etat;

        // As a history gives it back.
        decision = JsonSerializer.Deserialize<Decision>(JsonSerializer.Serialize(decision, ParcoursJson.Options), ParcoursJson.Options)!;
        Changements.Appliquer(json, decision.Changements!);
        etat = VersionsEtat.Lire(json);
        var projection = ProjectionDecision.De(decision, "dossier-0001", NomsParcours.FilPrincipal, avant, Etat);
        Invariants.Verifier(avant, decision, Etat, projection, Maintenant);
        Decisions.Add(decision);
        Projections.Add(projection);
        Demandes.AddRange(Etat.Demandes.Values.Where(d => avant?.Demandes.ContainsKey(d.Cle) != true));
    }
}
