using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace FranceTravail.Parcours.Workflows.Tests.Banc;

/// <summary>Runs a journey on the pure interpreter, with a hand-driven clock, and checks after every event what must always hold.</summary>
internal sealed class ParcoursEnMemoire
{
    private readonly Interpreteur _interpreteur;
    private readonly ContexteParcours _contexte;
    private int _actes;

    public ParcoursEnMemoire(
        SituationPersonne? situation = null,
        ModeleParcours? modele = null,
        Monde? monde = null,
        string debut = "2026-10-08T09:00:00",
        string calendrier = "metropole")
    {
        Monde = monde ?? new Monde();
        var demarrage = new DemarrageParcours
        {
            DossierId = "dossier-0001",
            Territoire = "pas-de-calais",
            Calendrier = calendrier,
            ModeleId = "national",
            ModeleVersion = 1,
            Situation = situation ?? Situations.ProcheDeLEmploi,
        };
        _contexte = new ContexteParcours(demarrage, modele ?? Modeles.National());
        _interpreteur = new Interpreteur(_contexte);
        Maintenant = _contexte.Calendrier.Zone.AtLeniently(LocalDateTimePattern.GeneralIso.Parse(debut).Value).ToInstant();
        Etat = _interpreteur.Initial();
        Appliquer(_interpreteur.Demarrer(Etat, Moment));
        Repondre();
    }

    public Monde Monde { get; }

    public Interpreteur Interpreteur => _interpreteur;

    public EtatParcours Etat { get; private set; }

    public Instant Maintenant { get; private set; }

    private Moment Moment => new(Maintenant);

    public LocalDate Aujourdhui => _contexte.Calendrier.Jour(Maintenant);

    public List<ProjectionDossier> Projections { get; } = [];

    public List<Demande> Demandes { get; } = [];

    public IEnumerable<FaitProjete> Faits => Projections.SelectMany(p => p.Faits);

    public string[] Codes => [.. Faits.Select(f => f.Code)];

    /// <summary>Passages after which the workflow would continue as new.</summary>
    public int Reprises { get; private set; }

    public string Noeud => Etat.NoeudId;

    public TacheParcours Tache(string nature) => Assert.Single(Etat.Taches, t => t.Nature == nature);

    public bool Ouverte(string nature) => Etat.Taches.Any(t => t.Nature == nature);

    public RendezVousProjete DernierRendezVous => Projections.SelectMany(p => p.RendezVous).Last();

    public ContratProjete DernierContrat => Projections.SelectMany(p => p.Contrats).Last();

    /// <summary>Acts as the one who is responsible for the task; fails the test when refused.</summary>
    public string Agir(string nature, string geste, params (string Nom, string Valeur)[] valeurs)
    {
        var acte = Acte(Tache(nature), geste, valeurs);
        Assert.Null(_interpreteur.Refuser(Etat, acte, Moment));
        return Appliquer(acte).Message;
    }

    /// <summary>Why an act would be refused; null when it would be accepted.</summary>
    public string? Refus(string nature, string geste, params (string Nom, string Valeur)[] valeurs) =>
        _interpreteur.Refuser(Etat, Acte(Tache(nature), geste, valeurs), Moment);

    public string? Refus(Acte acte) => _interpreteur.Refuser(Etat, acte, Moment);

    public ResultatActe Appliquer(Acte acte)
    {
        Appliquer(_interpreteur.Agir(Etat, acte, Moment));
        Repondre();
        return ActesConnus.Trouver(Etat.ActesTraites, acte.Cle)!;
    }

    public Acte Acte(TacheParcours tache, string geste, params (string Nom, string Valeur)[] valeurs) => new()
    {
        Cle = $"cle-{++_actes}",
        TacheId = tache.TacheId,
        Geste = geste,
        Acteur = new Acteur(tache.Responsable.Role, tache.Responsable.Id ?? "c-9"),
        Valeurs = valeurs.ToDictionary(v => v.Nom, v => v.Valeur),
    };

    /// <summary>Lets time pass, waking the journey at each of its alarms.</summary>
    public void Avancer(Duration duree) => AvancerJusqua(Maintenant + duree);

    public void AvancerJours(int jours) => Avancer(Duration.FromDays(jours));

    /// <summary>Until an hour of a local day.</summary>
    public void AvancerJusqua(string localIso) =>
        AvancerJusqua(_contexte.Calendrier.Zone.AtLeniently(LocalDateTimePattern.GeneralIso.Parse(localIso).Value).ToInstant());

    public void AvancerJusqua(Instant fin)
    {
        while (Etat.Alarmes.Count > 0 && Etat.Alarmes.Min(a => a.Le) is var le && le <= fin)
        {
            Maintenant = Instant.Max(Maintenant, le);
            while (_interpreteur.Sonner(Etat, Moment) is { } pas)
            {
                Appliquer(pas);
                Repondre();
            }
        }

        Maintenant = Instant.Max(Maintenant, fin);
    }

    /// <summary>The world answers everything it is asked, unless it is mute.</summary>
    public void Repondre()
    {
        while (Etat.Demandes.FirstOrDefault(d => !Monde.Muet(d)) is { } demande)
        {
            Repondre(demande, Monde.Repondre(demande, Maintenant));
        }
    }

    public void Repondre(Demande demande, Reponse reponse) => Appliquer(_interpreteur.Repondre(Etat, demande, reponse, Moment));

    private void Appliquer(Pas pas)
    {
        Invariants.Verifier(Etat, pas, Maintenant);
        Etat = pas.Etat;
        if (pas.Projection is { } projection)
        {
            Projections.Add(projection);
        }

        Demandes.AddRange(pas.Demandes);
        Reprises += pas.RepriseANeuf ? 1 : 0;
    }
}
