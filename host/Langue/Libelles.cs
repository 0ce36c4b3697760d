using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Host.Langue;

/// <summary>Codes of the domain, as words of the pages.</summary>
internal static class Libelles
{
    public static string Parcours(TypeParcours type) => type switch
    {
        TypeParcours.Professionnel => "Professionnel",
        TypeParcours.SocioProfessionnel => "Socio-professionnel",
        _ => "Social",
    };

    public static string Allocation(Allocation allocation) => allocation switch
    {
        Activities.Dossiers.Allocation.Rsa => "RSA",
        Activities.Dossiers.Allocation.Are => "ARE",
        Activities.Dossiers.Allocation.Ass => "ASS",
        Activities.Dossiers.Allocation.Aah => "AAH",
        _ => "sans allocation",
    };

    public static string Organisme(OrganismeReferent organisme) => organisme switch
    {
        OrganismeReferent.ConseilDepartemental => "Conseil départemental",
        OrganismeReferent.Delegataire => "Organisme délégataire",
        OrganismeReferent.MissionLocale => "Mission locale",
        OrganismeReferent.CapEmploi => "Cap emploi",
        _ => "France Travail",
    };

    public static string Statut(StatutRendezVous statut) => statut switch
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

    public static string Canal(CanalCourrier canal) => canal is CanalCourrier.DateCertaine ? "lettre à date certaine" : "message";

    /// <summary>Where a counsellor works, by the name of the place.</summary>
    public static string Organisme(Conseiller conseiller) => conseiller.Autorite switch
    {
        Decideur.PresidentMetropoleLyon => "métropole de Lyon",
        Decideur.PresidentCollectiviteEuropeenneAlsace => "Collectivité européenne d’Alsace",
        _ => Workflows.Redaction.Libelles.De(conseiller.Organisme),
    };

    public static string Qualification(NiveauQualification niveau) => niveau switch
    {
        NiveauQualification.SansDiplome => "Sans diplôme",
        NiveauQualification.CapBep => "CAP ou BEP",
        NiveauQualification.Bac => "Baccalauréat",
        NiveauQualification.BacPlus2 => "Bac + 2",
        NiveauQualification.BacPlus3EtPlus => "Bac + 3 et plus",
        _ => "Je ne sais pas",
    };

    public static string Frein(Frein frein) => frein switch
    {
        Workflows.Parcours.Frein.Numerique => "Le numérique",
        Workflows.Parcours.Frein.Mobilite => "Me déplacer",
        Workflows.Parcours.Frein.Famille => "Garde d’enfant, proche à aider",
        Workflows.Parcours.Frein.Sante => "La santé",
        Workflows.Parcours.Frein.LectureEcritureCalcul => "Lire, écrire, compter",
        Workflows.Parcours.Frein.Logement => "Le logement",
        Workflows.Parcours.Frein.Ressources => "L’argent, les dettes",
        Workflows.Parcours.Frein.Administratif => "Les démarches",
        Workflows.Parcours.Frein.Confiance => "La confiance en moi",
        Workflows.Parcours.Frein.CapaciteAAgir => "M’organiser, tenir dans la durée",
        _ => "La vie professionnelle (projet, méthode)",
    };
}
