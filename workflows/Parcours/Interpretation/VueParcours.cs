using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Droit.Questions;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>A step's view of the journey at one moment, for reading only.</summary>
internal class VueParcours(ContexteParcours contexte, Brouillon brouillon, string filId, string noeudId)
{
    public Noeud Noeud { get; } = contexte.Noeud(noeudId);

    public string FilId { get; } = filId;

    /// <summary>The settings of the step for what happens today.</summary>
    public Parametres Parametres => ParametresDu(Aujourdhui);

    public CatalogueEtapes Catalogue => contexte.Catalogue;

    public Instant Maintenant => Brouillon.Maintenant;

    public LocalDate Aujourdhui => Calendrier.Jour(Maintenant);

    /// <summary>INSEE code of where the person lives, as far as the dossier has followed her.</summary>
    public string Commune => Dossier.Lieu.Commune;

    /// <summary>That of the person's commune.</summary>
    public CalendrierCivil Calendrier => contexte.CalendrierDe(Etat);

    /// <summary>She has the RSA, as competence looks at her.</summary>
    public bool ARsa => PersonneConcernee.De(Situation, Dossier).ARsa;

    /// <summary>She has the RSA, as a letter of a decision keeps it.</summary>
    public string DitRsa => Codes.De(ARsa);

    /// <summary>Who is competent for an act today, for this person where she lives.</summary>
    /// <param name="acte">The act.</param>
    /// <param name="comme">The person as competence looks at her, changed where the law does not look at something.</param>
    public ReponseCompetence Competence(NatureActe acte, Func<PersonneConcernee, PersonneConcernee> comme) => Lieu is { } lieu
        ? Consultee(contexte.Competences.Trouver(acte, comme(PersonneConcernee.De(Situation, Dossier)), lieu, Aujourdhui))
        : new ReponseCompetence.Inconnue("La commune de la personne n’est pas connue.");

    /// <summary>Who decides the orientation of a person on RSA who lives there today; null where it is not known.</summary>
    public Autorite? AutoriteRsa =>
        Lieu is { } lieu && Consultee(contexte.Competences.OrientationRsa(lieu, Aujourdhui)) is ReponseCompetence.Competente { Autorite: var autorite } ? autorite : null;

    /// <summary>An organism by its name in that place: « Métropole de Lyon » where the law says conseil départemental.</summary>
    public string Nom(OrganismeReferent organisme) => Libelles.Nommer(organisme, Executif(Commune));

    /// <summary>« par la Métropole de Lyon ».</summary>
    public string Par(OrganismeReferent organisme) => Libelles.Par(organisme, Executif(Commune));

    private Commune? Lieu => Situe(Commune);

    private Commune? Situe(string commune) => CodeGeographique.Trouver(commune, Aujourdhui)?.Commune;

    /// <summary>The law of today: of what is done or decided now.</summary>
    public Loi Droit => DroitDu(Aujourdhui);

    /// <summary>The law of the day of a fact that is judged now: a receipt, a registration, a signature.</summary>
    public Loi DroitDu(LocalDate fait) => contexte.Competences.Lois.Au(fait, Brouillon.Consulter);

    /// <summary>The settings of the step for a fact of that day.</summary>
    public Parametres ParametresDu(LocalDate fait) => new(contexte.Etape(Noeud.Id).Definition, Noeud.Parametres, DroitDu(fait));

    public string DossierId => contexte.DossierId;

    public string Territoire => Dossier.Lieu.Territoire;

    public SituationPersonne Situation => Etat.Personne;

    public EtatParcours Etat => Brouillon.Etat;

    public DossierParcours Dossier => Etat.Dossier;

    /// <summary>The thread of the step; null when its journey never opened it, or closed it.</summary>
    public Fil? Fil => Etat.Fils.GetValueOrDefault(FilId);

    /// <summary>The counsellors of this moment.</summary>
    public IReferents Referents => Brouillon.Referents;

    /// <summary>Of which authority a counsellor of an organism must be, where there are several of its kind: the département, the métropole; null otherwise.</summary>
    public Decideur? AutoriteDe(OrganismeReferent? organisme) => AutoriteDe(organisme, Commune);

    /// <summary>The same in another commune.</summary>
    public Decideur? AutoriteDe(OrganismeReferent? organisme, string commune) =>
        Equipe.De(organisme, contexte.Competences, Situe(commune), Aujourdhui)?.Autorite;

    /// <summary>The executive of the département, or what stands in its place, of a commune; null where the code leads to none.</summary>
    public Executif? Executif(string commune) => Situe(commune) is { } lieu ? contexte.Competences.ExecutifDe(lieu, Aujourdhui) : null;

    /// <summary>1 at the first visit of this node by its thread.</summary>
    public int NumeroVisite => Fil?.Visites.GetValueOrDefault(Noeud.Id) ?? 0;

    /// <summary>Day on which the step was last entered; today while it never was.</summary>
    public LocalDate EntreeLe => Etat.Ruban.GetValueOrDefault(Noeud.Id)?.EntreeLe ?? Aujourdhui;

    /// <summary>The référent, or a queue until there is one.</summary>
    public Responsable Referent() => Situer.Referent(contexte, Etat, Maintenant);

    private ReponseCompetence Consultee(ReponseCompetence reponse)
    {
        if (reponse is ReponseCompetence.Competente competente)
        {
            Brouillon.Consulter("la compétence", competente.Version);
        }

        return reponse;
    }

    protected ContexteParcours Contexte => contexte;

    protected Brouillon Brouillon { get; } = brouillon;

    /// <summary>What the step remembers here; a new record when it remembers nothing yet.</summary>
    public T Memoire<T>()
        where T : IMemoire<T>, new() =>
        Fil?.Memoires.TryGetValue(Noeud.Id, out var json) == true ? IMemoire<T>.Lire(json) : new T();

    /// <summary>A due date that ends with a day of this place.</summary>
    public Echeance Echeance(LocalDate jour, string motif, string? baseLegale = null) =>
        new() { Jour = jour, Fin = Calendrier.FinDuJour(jour), Motif = motif, BaseLegale = baseLegale };

    /// <summary>The last day of a delay that matters in law: the one recorded when it began; from the rules of today while it has not.</summary>
    /// <param name="objet">Name of the delay within this visit of the step.</param>
    /// <param name="calculer">The last day, from the rules of today.</param>
    public virtual LocalDate Delai(string objet, Func<LocalDate> calculer) =>
        Fil?.Delais.TryGetValue(CleDelai(objet), out var consigne) == true ? consigne : calculer();

    /// <summary>The morning of a day of this place, when reminders go out.</summary>
    public Instant Matin(LocalDate jour) => Calendrier.A(jour, Rythme.Ouverture);

    /// <summary>The mornings that lie some days before a day.</summary>
    public IReadOnlyList<Instant> MatinsAvant(LocalDate jour, IEnumerable<int> jours) => [.. jours.Select(j => Matin(jour.PlusDays(-j)))];

    protected string CleDelai(string objet) => $"{Noeud.Id}#{NumeroVisite}/{objet}";

    /// <summary>The local day and time of an instant.</summary>
    public LocalDateTime Local(Instant instant) => instant.InZone(Calendrier.Zone).LocalDateTime;
}
