using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit.Orientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>
/// A proposed orientation, with everything that explains it (CRPA, art. L311-3-1): the questions of the national logigramme and their
/// answers, and each datum that names the organism. It decides nothing. No household data, no national number is read.
/// </summary>
internal sealed record PropositionOrientation
{
    private readonly ReponsesLogigramme reponses;
    private readonly LigneLogigramme ligne;
    private readonly bool litLaSante;

    private PropositionOrientation(SituationPersonne s, LogigrammeOrientation logigramme)
    {
        var (forts, moyens) = (Nommer(s, IntensiteFrein.Fort), Nommer(s, IntensiteFrein.Moyen));
        reponses = new(s.MoisSansEmploi <= logigramme.MoisRecents ? true : s.MoisSansEmploi is null ? null : false, s.SeProjetteDansUnEmploi, Formee(s.Qualification), (forts.Count, moyens.Count) switch
        {
            (var nombre, _) when nombre >= logigramme.PlusieursFreins => NiveauFreins.PlusieursForts,
            ( > 0, _) => NiveauFreins.Fort,
            (_, > 0) => NiveauFreins.Moyen,
            _ => NiveauFreins.SansImpact,
        });
        ligne = logigramme.Trouver(reponses);
        litLaSante = s.Boe == true || s.Freins.Any(f => f.Categorie is Frein.Sante);
        Organisme = Designer(s, Parcours);
        Questions =
        [
            new("emploi", $"Travaille, ou a travaillé dans les {Francais.EnLettres(logigramme.AnneesRecentes)} dernières années", Emploi(s.MoisSansEmploi, reponses.EmploiRecent)),
            new("projet", "Se projette dans un emploi", OuiNon(s.SeProjetteDansUnEmploi, "non exprimé")),
            new("formation", "Niveau de formation", Libelles.De(s.Qualification)),
            new("difficultes", "Difficultés qui freinent l’emploi", Difficultes(forts, moyens)),
        ];
        PourLOrganisme =
        [
            new("rsa", "Perçoit le RSA", OuiNon(s.Rsa)),
            new("boe", "Bénéficie de l’obligation d’emploi (handicap reconnu)", OuiNon(s.Boe)),
            new("age", "Âge", Libelles.De(s.Age)),
        ];
    }

    /// <summary>The four questions of the logigramme, in its order.</summary>
    public IReadOnlyList<QuestionLogigramme> Questions { get; }

    /// <summary>What is read besides, to name an organism.</summary>
    public IReadOnlyList<QuestionLogigramme> PourLOrganisme { get; }

    public TypeParcours Parcours => ligne.Propose;

    public OrganismeReferent Organisme { get; }

    /// <summary>
    /// Every question has an answer, the search for a job is not put aside, and nothing of her health was read, on which nobody decides among many: it
    /// can be confirmed at a glance. By a person, always.
    /// </summary>
    public bool Claire => reponses.Completes && Parcours is not TypeParcours.Social && !litLaSante;

    /// <summary>Every datum read, a line each, as people read it.</summary>
    public IReadOnlyList<string> Motifs => [.. Questions.Concat(PourLOrganisme).Select(q => q.Phrase)];

    /// <summary>« parcours professionnel, accompagnement par France Travail : un emploi récent et un projet d’emploi ».</summary>
    public string Resume(VueParcours v) => $"parcours {Libelles.De(Parcours)}, accompagnement {v.Par(Organisme)} : {Quand}";

    /// <summary>« un emploi récent et un projet d’emploi »: what in her situation leads there.</summary>
    public string Quand => ligne.Quand;

    public static PropositionOrientation De(VueParcours v) => Calculer(v.Situation, v.Droit.Orientation.Logigramme);

    public static PropositionOrientation Calculer(SituationPersonne situation, LogigrammeOrientation logigramme) => new(situation, logigramme);

    /// <summary>What was read and proposed, for the record.</summary>
    public Dictionary<string, string> Donnees()
    {
        var donnees = Questions.Concat(PourLOrganisme).ToDictionary(q => $"question.{q.Code}", q => q.Reponse);
        (donnees["proposition"], donnees["organisme"]) = (Parcours.ToString(), Organisme.ToString());
        return donnees;
    }

    private static string Emploi(int? mois, bool? recent) => mois switch
    {
        null => "aucun emploi connu",
        0 => "oui, aujourd’hui",
        _ => $"{OuiNon(recent)}, il y a {mois} mois",
    };

    private static bool? Formee(NiveauQualification niveau) => niveau switch
    {
        NiveauQualification.NonConnu => null,
        NiveauQualification.SansDiplome => false,
        _ => true,
    };

    private static string OuiNon(bool? valeur, string inconnu = "non connu") => valeur switch { true => "oui", false => "non", _ => inconnu };

    private static string Difficultes(List<string> forts, List<string> moyens) => (forts.Count, moyens.Count) switch
    {
        ( > 0, > 0) => $"fortes, {Francais.Enumerer(forts)} ; moyennes, {Francais.Enumerer(moyens)}",
        ( > 0, _) => $"fortes, {Francais.Enumerer(forts)}",
        (_, > 0) => $"moyennes, {Francais.Enumerer(moyens)}",
        _ => "aucune exprimée",
    };

    private static List<string> Nommer(SituationPersonne s, IntensiteFrein intensite) =>
        [.. s.Freins.Where(f => f.Intensite == intensite).Select(f => Libelles.De(f.Categorie)).Distinct()];

    /// <summary>The usual organism for a situation, in the closed list of art. L5411-5-1 IV; whoever decides may name another.</summary>
    private static OrganismeReferent Designer(SituationPersonne s, TypeParcours parcours) => s switch
    {
        { Boe: true } => OrganismeReferent.CapEmploi,
        { Rsa: true } when parcours != TypeParcours.Professionnel => OrganismeReferent.ConseilDepartemental,
        { Age: TrancheAge.Moins26, Rsa: false } => OrganismeReferent.MissionLocale,
        _ => OrganismeReferent.FranceTravail,
    };
}
