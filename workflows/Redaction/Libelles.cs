using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Redaction;

/// <summary>What people call the values of the domain, in French.</summary>
public static class Libelles
{
    public static string De(TypeParcours parcours) => parcours switch
    {
        TypeParcours.Professionnel => "professionnel",
        TypeParcours.SocioProfessionnel => "socio-professionnel",
        TypeParcours.Social => "social",
        _ => throw new ArgumentOutOfRangeException(nameof(parcours), parcours, null),
    };

    public static string De(OrganismeReferent organisme) => organisme switch
    {
        OrganismeReferent.FranceTravail => "France Travail",
        OrganismeReferent.ConseilDepartemental => "conseil départemental",
        OrganismeReferent.Delegataire => "organisme délégataire du conseil départemental",
        OrganismeReferent.MissionLocale => "mission locale",
        OrganismeReferent.CapEmploi => "Cap emploi",
        _ => throw new ArgumentOutOfRangeException(nameof(organisme), organisme, null),
    };

    /// <summary>An organism by its name in its place: « Métropole de Lyon » where the law says conseil départemental.</summary>
    public static string Nommer(OrganismeReferent organisme, Competence.Executif? executif) =>
        organisme switch
        {
            OrganismeReferent.ConseilDepartemental when executif is not null => executif.Nom,
            OrganismeReferent.Delegataire when executif?.Article is not null => $"organisme délégataire de la {executif.Nom}",
            _ => De(organisme),
        };

    /// <summary>The organisms to choose from, each by its name in its place.</summary>
    /// <param name="executif">Of the place; null where it is not known.</param>
    /// <param name="sauf">The one that is no choice; null when all are.</param>
    internal static IReadOnlyList<ChoixChamp> Organismes(Competence.Executif? executif, OrganismeReferent? sauf = null) =>
        [.. Choix<OrganismeReferent>(o => Nommer(o, executif)).Where(c => c.Code != sauf?.ToString())];

    /// <summary>« par la mission locale »; in its place « par la Métropole de Lyon », where the law says conseil départemental.</summary>
    internal static string Par(OrganismeReferent organisme, Competence.Executif? executif) => organisme switch
    {
        // Who has the powers of a département without being one is a métropole, a collectivité or a ville.
        OrganismeReferent.ConseilDepartemental when executif?.Article is not null => $"par la {executif.Nom}",
        OrganismeReferent.MissionLocale => $"par la {De(organisme)}",
        OrganismeReferent.ConseilDepartemental => $"par le {De(organisme)}",
        OrganismeReferent.Delegataire => $"par l’{Nommer(organisme, executif)}",
        _ => $"par {De(organisme)}",
    };

    public static string De(Frein frein) => frein switch
    {
        Frein.Numerique => "numérique",
        Frein.Mobilite => "mobilité",
        Frein.Famille => "famille et garde d’enfant",
        Frein.Sante => "santé",
        Frein.LectureEcritureCalcul => "lecture, écriture et calcul",
        Frein.Logement => "logement",
        Frein.Ressources => "ressources et endettement",
        Frein.Administratif => "démarches administratives",
        Frein.Confiance => "confiance en soi",
        Frein.CapaciteAAgir => "capacité à agir",
        Frein.VieProfessionnelle => "vie professionnelle",
        _ => throw new ArgumentOutOfRangeException(nameof(frein), frein, null),
    };

    public static string De(TrancheAge age) => age switch
    {
        TrancheAge.Moins26 => "moins de 26 ans",
        TrancheAge.De26A29 => "de 26 à 29 ans",
        TrancheAge.De30A54 => "de 30 à 54 ans",
        TrancheAge.Des55 => "55 ans ou plus",
        _ => throw new ArgumentOutOfRangeException(nameof(age), age, null),
    };

    public static string De(NiveauQualification niveau) => niveau switch
    {
        NiveauQualification.NonConnu => "non connu",
        NiveauQualification.SansDiplome => "sans diplôme",
        NiveauQualification.CapBep => "CAP ou BEP",
        NiveauQualification.Bac => "baccalauréat",
        NiveauQualification.BacPlus2 => "deux années après le baccalauréat",
        NiveauQualification.BacPlus3EtPlus => "trois années ou plus après le baccalauréat",
        _ => throw new ArgumentOutOfRangeException(nameof(niveau), niveau, null),
    };

    public static string De(DonneePersonne donnee) => donnee switch
    {
        DonneePersonne.Telephone => "téléphone",
        DonneePersonne.Courriel => "courriel",
        DonneePersonne.Adresse => "adresse",
        DonneePersonne.CodePostal => "code postal",
        DonneePersonne.Ville or DonneePersonne.Commune => "commune",
        DonneePersonne.PersonnesFoyer or DonneePersonne.EnfantsDeMoinsDe12Ans or DonneePersonne.ParentIsole => "foyer",
        DonneePersonne.Allocation => "allocation",
        DonneePersonne.ReferenceCaf => "numéro d’allocataire",
        DonneePersonne.AccesSansMarche or DonneePersonne.LangueDesSignes or DonneePersonne.LangueInterprete => "besoins pour être reçue",
        _ => throw new ArgumentOutOfRangeException(nameof(donnee), donnee, null),
    };

    public static string De(SourceDonnees source) => source switch
    {
        SourceDonnees.Import => "l’import du territoire",
        SourceDonnees.Personne => "la personne",
        SourceDonnees.Conseiller => "le conseiller",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };

    public static string De(StatutRendezVous statut) => statut switch
    {
        StatutRendezVous.Propose => "proposé, sans réponse encore",
        StatutRendezVous.Convoque => "convocation",
        StatutRendezVous.Confirme => "confirmé",
        StatutRendezVous.AConstater => "à constater",
        StatutRendezVous.Honore => "honoré",
        StatutRendezVous.Absence => "absence",
        StatutRendezVous.SansReponse => "invitation sans réponse",
        StatutRendezVous.Excuse => "absence excusée",
        StatutRendezVous.Deplace => "déplacé par la personne",
        StatutRendezVous.DeplaceParOrganisme => "déplacé de notre fait",
        StatutRendezVous.AnnuleParPersonne => "annulé par la personne",
        StatutRendezVous.AnnuleParOrganisme => "annulé de notre fait",
        StatutRendezVous.NonTenu => "non tenu de notre fait",
        StatutRendezVous.SansObjet => "sans objet",
        _ => throw new ArgumentOutOfRangeException(nameof(statut), statut, null),
    };

    public static string De(CanalCourrier canal) => canal is CanalCourrier.DateCertaine ? "lettre à date certaine" : "message";

    /// <summary>The values of an enumeration as choices of a field: code by name, label in French.</summary>
    internal static IReadOnlyList<ChoixChamp> Choix<T>(Func<T, string> libelle)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(v => new ChoixChamp(v.ToString(), Francais.Majuscule(libelle(v))))];
}
