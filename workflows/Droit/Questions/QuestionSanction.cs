using System.Globalization;
using FranceTravail.Parcours.Workflows.Droit.Sanctions;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>What may be decided against a breach.</summary>
internal sealed class QuestionSanction : QuestionDeDroit
{
    public override string Nom => "sanction";

    public override string Description => "Ce qui peut être décidé pour un manquement sans motif légitime : des bornes, jamais un montant.";

    public override IReadOnlyList<string> Colonnes { get; } = ["date_faits", "regime", "motif", "rang", "foyer", "droits_et_devoirs"];

    public override IReadOnlyList<string> ColonnesReponse { get; } = ["mesures", "taux_min", "taux_max", "mois_min", "mois_max", "radiation", "avis_equipe"];

    private protected override ReponseDeDroit Repondre(CasDeDroit cas, ContexteQuestions contexte)
    {
        var le = cas.Date("date_faits");
        var (regime, motif, rang) = (cas.Code("regime", Codes.Regime), cas.Code("motif", Codes.Motif), cas.Code("rang", Codes.Rang));
        var (foyer, tenue) = (cas.CodeFacultatif("foyer", Codes.Foyer), cas.CodeFacultatif("droits_et_devoirs", Codes.OuiNon));
        if (regime is RegimeSanction.Rsa)
        {
            cas.Code("foyer", Codes.Foyer);
            cas.OuiNon("droits_et_devoirs");
        }

        if (cas.Erreur is not null)
        {
            return new();
        }

        if (contexte.Lois.Sanctions.Trouver(le) is not { } bareme)
        {
            return ReponseDeDroit.Inconnue("les sanctions", le, contexte.Lois.Sanctions.Toutes[0].Version);
        }

        if (regime is RegimeSanction.Rsa && tenue is false)
        {
            return new()
            {
                Valeurs = ["hors-regime", "", "", "", "", "", ""],
                Phrases = ["La personne n’est pas tenue aux droits et devoirs : le barème ne s’applique pas à elle."],
                Articles = bareme.HorsRegime,
                Version = bareme.Version,
            };
        }

        return bareme.Trouver(regime, motif, rang, foyer ?? FoyerRsa.Seul) is { } encourue
            ? new() { Valeurs = Valeurs(encourue), Phrases = Phrases(encourue, regime), Articles = encourue.Articles, Version = bareme.Version }
            : ReponseDeDroit.Impossible(
                regime is RegimeSanction.Rsa && motif is Manquement.RefusControle
                    ? $"Le refus des contrôles permet de supprimer le RSA ({Article.ActionSociale("L262-37 II 3°")}), mais les bornes de cette mesure ne sont pas connues ici."
                    : "Le barème ne prévoit pas de sanction pour ce manquement et cette personne.");
    }

    private static string[] Valeurs(Encourue e) =>
    [
        string.Join('|', e.Mesures.Select(Codes.De).Order(StringComparer.Ordinal)),
        Nombre(e.Taux?.Min), Nombre(e.Taux?.Max), Nombre(e.Mois?.Min), Nombre(e.Mois?.Max),
        Codes.De(e.Radiation),
        e.AvisSiSuppression ? "si-suppression" : "non",
    ];

    private static List<string> Phrases(Encourue e, RegimeSanction regime)
    {
        List<string> phrases = [$"Peut être décidé : {string.Join(" ou ", e.Mesures.Select(Codes.De))}."];
        if (e.Taux is { } taux)
        {
            phrases.Add(taux.Min == taux.Max ? $"La mesure porte sur {taux.Max} % de ce qui est versé." : $"La mesure porte sur {taux.Min} à {taux.Max} % de ce qui est versé.");
        }

        if (e.Mois is { } mois)
        {
            phrases.Add(mois.Min == mois.Max ? $"Elle dure {Francais.EnLettres(mois.Max)} mois." : $"Elle dure {Francais.EnLettres(mois.Min)} à {Francais.EnLettres(mois.Max)} mois.");
        }

        phrases.Add(e.Radiation switch
        {
            EffetRadiation.Non => "Elle n’entraîne pas de radiation de la liste des demandeurs d’emploi.",
            EffetRadiation.Oui => "La personne est radiée de la liste des demandeurs d’emploi pour la même durée.",
            EffetRadiation.SiSuppressionTotaleLaPlusLongue when regime is RegimeSanction.Rsa =>
                "Si tout est supprimé pour la durée la plus longue, l’autorité propose à France Travail la radiation pour la même durée.",
            EffetRadiation.SiSuppressionTotaleLaPlusLongue => "Si tout est supprimé pour la durée la plus longue, la personne est radiée pour la même durée.",
            _ => "Si tout est suspendu pour la durée la plus longue, la personne est radiée pour la même durée.",
        });
        if (e.AvisSiSuppression)
        {
            phrases.Add("Une suppression demande d’abord l’avis de l’équipe pluridisciplinaire.");
        }

        phrases.Add("Aucune sanction n’est automatique : une personne décide et motive, en proportion.");
        return phrases;
    }

    private static string Nombre(int? valeur) => valeur?.ToString(CultureInfo.InvariantCulture) ?? "";
}
