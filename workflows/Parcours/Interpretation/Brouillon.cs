using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>The state being changed by one event, and what the change will project and ask. Lives for one event only.</summary>
internal sealed class Brouillon(EtatParcours etat, Moment moment, Acteur auteur)
{
    private readonly EtatParcours _avant = etat;
    private readonly Dictionary<string, TacheParcours> _taches = [];
    private readonly Dictionary<string, RendezVousProjete> _rendezVous = [];
    private readonly Dictionary<string, ContratProjete> _contrats = [];
    private readonly Dictionary<LocalDate, SemaineProjetee> _semaines = [];
    private readonly List<FaitProjete> _faits = [];
    private readonly List<Demande> _demandes = [];
    private readonly Dictionary<string, LocalDate> _delais = [];
    private bool _ruban;

    public EtatParcours Etat { get; set; } = etat;

    public Instant Maintenant { get; } = moment.Maintenant;

    public Generation Generation { get; } = moment.Generation;

    /// <summary>Who made the event happen: the author of its facts.</summary>
    public Acteur Auteur { get; } = auteur;

    public bool RepriseANeuf { get; set; }

    public IReadOnlyList<Demande> Demandes => _demandes;

    /// <summary>Delays computed by this event.</summary>
    public IReadOnlyDictionary<string, LocalDate> Delais => _delais;

    /// <summary>The last day of a delay: the one recorded when it began; computed now when it begins now.</summary>
    public LocalDate Delai(string cle, Func<LocalDate> calculer)
    {
        if (Etat.Delais.TryGetValue(cle, out var consigne))
        {
            return consigne;
        }

        var jour = moment.Consignes.TryGetValue(cle, out consigne) ? consigne : calculer();
        _delais[cle] = jour;
        Etat = Etat with { Delais = new Dictionary<string, LocalDate>(Etat.Delais) { [cle] = jour } };
        return jour;
    }

    /// <summary>Adds a fact, and gives it its number.</summary>
    public void Constater(FaitProjete fait)
    {
        Etat = Etat with { Fait = Etat.Fait + 1 };
        _faits.Add(fait with { Sequence = Etat.Fait });
    }

    /// <summary>Keeps a task when it is open, forgets it when it is not, and projects it either way.</summary>
    public void Poser(TacheParcours tache)
    {
        var autres = Etat.Taches.Where(t => t.TacheId != tache.TacheId);
        var ouverte = tache.Statut == StatutTache.Ouverte;
        Etat = Etat with
        {
            Taches = ouverte ? [.. autres, tache] : [.. autres],
            Alarmes = ouverte ? Etat.Alarmes : [.. Etat.Alarmes.Where(a => a.TacheId != tache.TacheId)],
        };
        _taches[tache.TacheId] = tache;
        if (!ouverte)
        {
            Etat.Taches.Where(t => t.Nature == Minuteries.Relancer && t.ObjetId == tache.TacheId).ToList()
                .ForEach(t => Poser(t with { Statut = StatutTache.SansObjet, CloseLe = Maintenant }));
        }
    }

    public void Poser(EtapeProjetee etape)
    {
        Etat = Etat with { Ruban = [.. Etat.Ruban.Select(e => e.NoeudId == etape.NoeudId ? etape : e)] };
        _ruban = true;
    }

    public void PoserRuban(IReadOnlyList<EtapeProjetee> ruban)
    {
        Etat = Etat with { Ruban = ruban };
        _ruban = true;
    }

    public void Poser(RendezVousProjete rendezVous) => _rendezVous[rendezVous.RendezVousId] = rendezVous;

    public void Poser(SemaineProjetee semaine) => _semaines[semaine.Lundi] = semaine;

    public void Poser(ContratProjete contrat) => _contrats[contrat.ContratId] = contrat;

    public void Demander(Demande demande)
    {
        Etat = Etat with { Demandes = [.. Etat.Demandes, demande] };
        _demandes.Add(demande);
    }

    /// <summary>Closes the draft: numbers its projection and says what it holds; null when nothing that anybody sees changed.</summary>
    public ProjectionDossier? Projeter(string dossierId, Func<EtatParcours, SituationProjetee> situer)
    {
        var situation = situer(Etat);
        if (!_ruban && _faits.Count + _taches.Count + _rendezVous.Count + _contrats.Count + _semaines.Count == 0 && situation == situer(_avant))
        {
            return null;
        }

        Etat = Etat with { Projection = Etat.Projection + 1 };
        return new ProjectionDossier
        {
            Cle = $"{dossierId}/{Etat.Projection}",
            DossierId = dossierId,
            Sequence = Etat.Projection,
            Situation = situation,
            Faits = _faits,
            Taches = [.. _taches.Values],
            Ruban = _ruban ? Etat.Ruban : [],
            RendezVous = [.. _rendezVous.Values],
            Contrats = [.. _contrats.Values],
            Semaines = [.. _semaines.Values],
        };
    }
}
