using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>The days of a contradictory procedure.</summary>
internal sealed class QuestionProcedure : QuestionDeDroit
{
    public override string Nom => "procedure";

    public override string Description => "Les dates d’une procédure contradictoire de France Travail, depuis la réception de l’avis.";

    public override IReadOnlyList<string> Colonnes { get; } = ["commune", "reception_avis", "audition"];

    public override IReadOnlyList<string> ColonnesReponse { get; } = ["observations_jusqu_au", "decision_au_plus_tot", "decision_au_plus_tard"];

    private protected override ReponseDeDroit Repondre(CasDeDroit cas, ContexteQuestions contexte)
    {
        var reception = cas.Date("reception_avis");
        var audition = cas.DateFacultative("audition");
        var trouvee = cas.Commune("commune", reception);
        if (audition < reception)
        {
            cas.Refuser("L’audition ne peut pas précéder la réception de l’avis.");
        }

        if (trouvee is null || cas.Erreur is not null)
        {
            return new();
        }

        if (Calendriers.HorsChamp(trouvee.Commune) is { } horsChamp)
        {
            return ReponseDeDroit.Impossible(horsChamp);
        }

        if (contexte.Lois.Procedure.Trouver(reception) is not { } regles)
        {
            return ReponseDeDroit.Inconnue("la procédure contradictoire", reception, contexte.Lois.Procedure.Toutes[0].Version);
        }

        var dates = regles.Dater(reception, audition, contexte.Calendriers.De(trouvee.Commune.Code));
        return new()
        {
            Valeurs = [Calendriers.Iso(dates.ObservationsJusquAu), Calendriers.Iso(dates.DecisionAuPlusTot), Calendriers.Iso(dates.DecisionAuPlusTard)],
            Phrases =
            [
                .. trouvee.Precision is { } precision ? [precision] : Array.Empty<string>(),
                $"La personne peut présenter ses observations jusqu’au {Francais.JourEtDate(dates.ObservationsJusquAu)} {dates.ObservationsJusquAu.Year} inclus.",
                $"La décision peut être prise à partir du {Francais.JourEtDate(dates.DecisionAuPlusTot)} {dates.DecisionAuPlusTot.Year}{(audition is null ? "" : ", après l’audition")}.",
                $"Elle doit l’être au plus tard le {Francais.JourEtDate(dates.DecisionAuPlusTard)} {dates.DecisionAuPlusTard.Year} : ce délai oblige l’administration, il n’est pas reporté.",
            ],
            Articles = [.. regles.Observations.Articles, .. regles.Decision.Articles, Article.Procedure("641"), Article.Procedure("642")],
            Version = regles.Version,
        };
    }
}
