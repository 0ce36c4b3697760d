using FranceTravail.Parcours.Workflows.Droit.Contrat;

namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>Whether the weekly hours of a contract can be accepted.</summary>
internal sealed class QuestionContrat : QuestionDeDroit
{
    private const int HeuresSemaine = 168;
    private const int AgeMax = 120;

    public override string Nom => "contrat";

    public override string Description => "Si les heures hebdomadaires d’un contrat d’engagement peuvent être acceptées ; date= choisit la version du droit.";

    public override IReadOnlyList<string> Colonnes { get; } =
        ["heures", "raison_individuelle", "diagnostic", "demande_de_la_personne", "motif_sans_heures", "parent_isole", "mode_de_garde", "age_du_plus_jeune"];

    public override IReadOnlyList<string> ColonnesFacultatives { get; } = ["date"];

    public override IReadOnlyList<string> ColonnesReponse { get; } = ["accepte"];

    private protected override ReponseDeDroit Repondre(CasDeDroit cas, ContexteQuestions contexte)
    {
        var motif = cas.CodeFacultatif("motif_sans_heures", Codes.MotifSansHeures);
        var demande = new DemandeHeures
        {
            Heures = cas.Nombre("heures", HeuresSemaine),
            RaisonIndividuelle = cas.OuiNon("raison_individuelle"),
            Diagnostic = cas.OuiNon("diagnostic"),
            DemandeDeLaPersonne = cas.OuiNon("demande_de_la_personne"),
            Motif = motif,
            ParentIsole = cas.CodeFacultatif("parent_isole", Codes.OuiNon) ?? false,
            ModeDeGarde = cas.CodeFacultatif("mode_de_garde", Codes.OuiNon) ?? false,
            AgeDuPlusJeune = cas.Texte("age_du_plus_jeune") is null ? null : cas.Entier("age_du_plus_jeune", AgeMax),
        };
        if (demande is { Heures: 0, DemandeDeLaPersonne: true, Motif: Contrat.MotifSansHeures.GardeEnfant })
        {
            cas.OuiNon("parent_isole");
            cas.OuiNon("mode_de_garde");
            cas.Entier("age_du_plus_jeune", AgeMax);
        }

        var le = cas.DateFacultative("date") ?? contexte.Aujourdhui;
        if (cas.Erreur is not null)
        {
            return new();
        }

        if (contexte.Lois.Contrat.Trouver(le) is not { } regles)
        {
            return ReponseDeDroit.Inconnue("le contrat d’engagement", le, contexte.Lois.Contrat.Toutes[0].Version);
        }

        var examen = regles.Examiner(demande);
        return new()
        {
            Valeurs = [Codes.De(examen.Accepte)],
            Phrases = [examen.Accepte ? "Ces heures peuvent être acceptées." : "Ces heures ne peuvent pas être acceptées.", examen.Raison],
            Articles = [examen.Article],
            Version = regles.Version,
        };
    }
}
