using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;

namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>Who orients and who sanctions an RSA recipient of a commune, and which calendar counts there.</summary>
internal sealed class QuestionCommune : QuestionDeDroit
{
    public override string Nom => "commune";

    public override string Description => "Qui oriente et qui sanctionne une personne au RSA qui vit dans cette commune, et quel calendrier y compte.";

    public override IReadOnlyList<string> Colonnes { get; } = ["commune", "date"];

    public override IReadOnlyList<string> ColonnesReponse { get; } = ["orientation_rsa", "sanction_rsa", "calendrier"];

    private protected override ReponseDeDroit Repondre(CasDeDroit cas, ContexteQuestions contexte)
    {
        var le = cas.Date("date");
        if (cas.Commune("commune", le) is not { } trouvee || cas.Erreur is not null)
        {
            return new();
        }

        var orientation = contexte.Competences.OrientationRsa(trouvee.Commune, le);
        var sanction = contexte.Competences.SanctionRsa(trouvee.Commune, le);
        var calendrier = contexte.Calendriers.De(trouvee.Commune.Code);
        return (orientation, sanction) switch
        {
            (ReponseCompetence.Competente o, ReponseCompetence.Competente s) => new()
            {
                Valeurs = [Codes.De(o.Autorite.Decideur), Codes.De(s.Autorite.Decideur), calendrier.Code],
                Phrases =
                [
                    .. trouvee.Precision is { } precision ? [precision] : Array.Empty<string>(),
                    $"À {trouvee.Commune.Nom}, une personne au RSA est orientée par : {o.Autorite.Titre} ({o.Autorite.Nom}).",
                    $"Une suspension ou une suppression de son RSA est décidée par : {s.Autorite.Titre} ({s.Autorite.Nom}).",
                    Calendriers.Feries(calendrier, le.Year),
                ],
                Articles = [.. o.Articles.Concat(s.Articles).Distinct(), .. JoursFeries.Bases(calendrier, le.Year)],
                Version = s.Version,
            },
            (ReponseCompetence.Inconnue i, _) => ReponseDeDroit.Impossible(i.Raison),
            (_, ReponseCompetence.Inconnue i) => ReponseDeDroit.Impossible(i.Raison),
            _ => throw new InvalidOperationException("An answer of competence of an unknown kind."),
        };
    }
}
