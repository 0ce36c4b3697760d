using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit.Contrat;
using FranceTravail.Parcours.Workflows.Droit.Sanctions;

namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>The words of the files of questions, and what they mean.</summary>
internal static class Codes
{
    public static Dictionary<string, bool> OuiNon { get; } = new() { ["oui"] = true, ["non"] = false };

    public static Dictionary<string, NatureActe> Acte { get; } = new()
    {
        ["orientation"] = NatureActe.Orientation,
        ["reorientation"] = NatureActe.Reorientation,
        ["suspension"] = NatureActe.Suspension,
        ["suppression"] = NatureActe.Suppression,
        ["radiation"] = NatureActe.Radiation,
        ["avertissement"] = NatureActe.Avertissement,
        ["cessation-inscription"] = NatureActe.CessationInscription,
        ["refus-de-lever"] = NatureActe.RefusDeLever,
    };

    public static Dictionary<string, AllocationPercue> Allocation { get; } = new()
    {
        ["aucune"] = AllocationPercue.Aucune,
        ["rsa"] = AllocationPercue.Rsa,
        ["are"] = AllocationPercue.Are,
        ["ass"] = AllocationPercue.Ass,
        ["cej"] = AllocationPercue.Cej,
        ["pacea"] = AllocationPercue.Pacea,
    };

    public static Dictionary<string, PorteInscription> Porte { get; } = new()
    {
        ["demandeur"] = PorteInscription.Demandeur,
        ["rsa"] = PorteInscription.Rsa,
        ["mission-locale"] = PorteInscription.MissionLocale,
        ["cap-emploi"] = PorteInscription.CapEmploi,
    };

    public static Dictionary<string, OrganismeReferent> Organisme { get; } = new()
    {
        ["france-travail"] = OrganismeReferent.FranceTravail,
        ["conseil-departemental"] = OrganismeReferent.ConseilDepartemental,
        ["metropole-de-lyon"] = OrganismeReferent.ConseilDepartemental,
        ["collectivite-europeenne-d-alsace"] = OrganismeReferent.ConseilDepartemental,
        ["delegataire"] = OrganismeReferent.Delegataire,
        ["mission-locale"] = OrganismeReferent.MissionLocale,
        ["cap-emploi"] = OrganismeReferent.CapEmploi,
    };

    public static Dictionary<string, RegimeSanction> Regime { get; } = new()
    {
        ["rsa"] = RegimeSanction.Rsa,
        ["allocation"] = RegimeSanction.Allocation,
        ["sans"] = RegimeSanction.Sans,
    };

    public static Dictionary<string, Manquement> Motif { get; } = new()
    {
        ["contrat"] = Manquement.Contrat,
        ["refus-contrat"] = Manquement.RefusContrat,
        ["offre-raisonnable"] = Manquement.OffreRaisonnable,
        ["fraude"] = Manquement.Fraude,
        ["activite-breve"] = Manquement.ActiviteBreve,
        ["reconversion"] = Manquement.Reconversion,
        ["refus-controle"] = Manquement.RefusControle,
    };

    public static Dictionary<string, RangManquement> Rang { get; } = new()
    {
        ["premier"] = RangManquement.Premier,
        ["persistance"] = RangManquement.Persistance,
        ["reiteration"] = RangManquement.Reiteration,
    };

    public static Dictionary<string, FoyerRsa> Foyer { get; } = new()
    {
        ["seul"] = FoyerRsa.Seul,
        ["plusieurs"] = FoyerRsa.Plusieurs,
        ["majoration"] = FoyerRsa.Majoration,
    };

    public static Dictionary<string, MotifSansHeures> MotifSansHeures { get; } = new()
    {
        ["sante"] = Contrat.MotifSansHeures.Sante,
        ["handicap"] = Contrat.MotifSansHeures.Handicap,
        ["invalidite"] = Contrat.MotifSansHeures.Invalidite,
        ["garde-enfant"] = Contrat.MotifSansHeures.GardeEnfant,
    };

    public static Dictionary<string, Decideur> Decideurs { get; } = Enum.GetValues<Decideur>().ToDictionary(De);

    public static string De(bool valeur) => valeur ? "oui" : "non";

    public static string De(Decideur decideur) => decideur switch
    {
        Decideur.FranceTravail => "france-travail",
        Decideur.MissionLocale => "mission-locale",
        Decideur.CapEmploi => "cap-emploi",
        Decideur.PresidentConseilDepartemental => "president-conseil-departemental",
        Decideur.PresidentMetropoleLyon => "president-metropole-lyon",
        Decideur.PresidentCollectiviteEuropeenneAlsace => "president-collectivite-europeenne-alsace",
        _ => "directeur-caf",
    };

    public static string De(EffetRadiation radiation) => radiation switch
    {
        EffetRadiation.Non => "non",
        EffetRadiation.Oui => "oui",
        EffetRadiation.SiSuppressionTotaleLaPlusLongue => "si-suppression-100-4-mois",
        _ => "si-suspension-100-4-mois",
    };

    public static string De(Mesure mesure) => mesure switch
    {
        Mesure.Avertissement => "avertissement",
        Mesure.Radiation => "radiation",
        Mesure.Suppression => "suppression",
        _ => "suspension",
    };
}
