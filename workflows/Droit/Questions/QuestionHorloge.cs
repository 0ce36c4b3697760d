using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>When a clock ends.</summary>
internal sealed class QuestionHorloge : QuestionDeDroit
{
    public override string Nom => "horloge";

    public override string Description => "Le dernier jour d’un délai qui part à cette date, dans cette commune.";

    public override IReadOnlyList<string> Colonnes { get; } = ["horloge", "depart", "commune"];

    public override IReadOnlyList<string> ColonnesReponse { get; } = ["echeance"];

    private protected override ReponseDeDroit Repondre(CasDeDroit cas, ContexteQuestions contexte)
    {
        var horloge = cas.Code("horloge", Horloge.Toutes);
        var depart = cas.Date("depart");
        var trouvee = cas.Commune("commune", depart);
        if (trouvee is null || cas.Erreur is not null)
        {
            return new();
        }

        if (Calendriers.HorsChamp(trouvee.Commune) is { } horsChamp)
        {
            return ReponseDeDroit.Impossible(horsChamp);
        }

        if (horloge.Au(contexte.Lois, depart) is not var (delai, version))
        {
            return ReponseDeDroit.Inconnue("ce délai", depart, horloge.Premiere(contexte.Lois));
        }

        var calendrier = contexte.Calendriers.De(trouvee.Commune.Code);
        var echeance = delai.Echeance(depart, calendrier);
        var (terme, franc) = (delai.Duree.Terme(depart), delai.Report is Report.Franc);
        var dernier = terme.PlusDays(franc ? 1 : 0);
        return new()
        {
            Valeurs = [Calendriers.Iso(echeance)],
            Phrases =
            [
                .. trouvee.Precision is { } precision ? [precision] : Array.Empty<string>(),
                $"Délai : {Francais.DureeEnSemaines(delai.Duree)}{(franc ? " (délai franc, ni le premier jour ni le dernier ne comptent)" : "")}, qui part le {Francais.DateComplete(depart)}.",
                echeance > dernier
                    ? $"{Calendriers.Ferme(calendrier, dernier)} : il est reporté au {Francais.JourEtDate(echeance)} {echeance.Year}{Calendriers.FeriesEntre(calendrier, dernier, echeance)}."
                    : $"Son dernier jour est le {Francais.JourEtDate(echeance)} {echeance.Year}.",
                .. delai.Report is Report.Jamais ? ["Il oblige le service : il n’est jamais reporté."] : Array.Empty<string>(),
            ],
            Articles = [.. delai.Articles, .. delai.Report is Report.Jamais ? Array.Empty<Article>() : [Article.Procedure("641"), Article.Procedure("642")]],
            Version = version,
        };
    }
}
