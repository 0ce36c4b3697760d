using FranceTravail.Parcours.Workflows.Competence;

namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>Who decides an act for a person.</summary>
internal sealed class QuestionCompetence : QuestionDeDroit
{
    private const int AgeMax = 120;

    public override string Nom => "competence";

    public override string Description => "Qui décide cet acte pour cette personne, hors délégation ; orientee_par= dit qui a décidé sa première orientation.";

    public override IReadOnlyList<string> Colonnes { get; } = ["acte", "date", "commune", "allocation", "porte", "age", "boe", "organisme_referent"];

    public override IReadOnlyList<string> ColonnesFacultatives { get; } = ["orientee_par"];

    public override IReadOnlyList<string> ColonnesReponse { get; } = ["decideur"];

    private protected override ReponseDeDroit Repondre(CasDeDroit cas, ContexteQuestions contexte)
    {
        var acte = cas.Code("acte", Codes.Acte);
        var le = cas.Date("date");
        var trouvee = cas.Commune("commune", le);
        var personne = new PersonneConcernee
        {
            Allocation = cas.Code("allocation", Codes.Allocation),
            Porte = cas.Code("porte", Codes.Porte),
            Age = cas.Entier("age", AgeMax),
            Boe = cas.OuiNon("boe"),
            OrienteePar = cas.CodeFacultatif("orientee_par", Codes.Decideurs),
            OrganismeReferent = cas.CodeFacultatif("organisme_referent", Codes.Organisme),
        };
        if (personne is { OrganismeReferent: null, DependDuReferent: true } && acte is NatureActe.Suspension or NatureActe.Suppression or NatureActe.RefusDeLever or NatureActe.Avertissement)
        {
            cas.Refuser("Colonne organisme_referent : la valeur manque ; l’autorité en dépend.");
        }

        if (trouvee is null || cas.Erreur is not null)
        {
            return new();
        }

        switch (contexte.Competences.Trouver(acte, personne, trouvee.Commune, le))
        {
            case ReponseCompetence.Competente c:
                var recours = contexte.Lois.Recours.Trouver(le)?.Contre(acte, c.Autorite.Decideur, personne.ARsa) ?? [];
                return new()
                {
                    Valeurs = [Codes.De(c.Autorite.Decideur)],
                    Phrases =
                    [
                        .. trouvee.Precision is { } precision ? [precision] : Array.Empty<string>(),
                        $"La décision est prise par : {c.Autorite.Titre} ({c.Autorite.Nom}{(c.Autorite.Adresse is { } adresse ? $", {adresse}" : "")}).",
                        .. Autorites.OrganismePayeur(personne, trouvee.Commune) is { } payeur ? [$"Organisme payeur : {payeur}."] : Array.Empty<string>(),
                        .. recours.Select(v => $"Recours : {v.Libelle}."),
                    ],
                    Articles = [.. c.Articles, .. recours.SelectMany(v => v.Delai.Articles)],
                    Version = c.Version,
                };
            case ReponseCompetence.Inconnue i:
                return ReponseDeDroit.Impossible(i.Raison);
            default:
                throw new InvalidOperationException("An answer of competence of an unknown kind.");
        }
    }
}
