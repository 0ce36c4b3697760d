using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Droit.Questions;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Droit;

public class When_the_law_is_asked
{
    private static readonly ContexteQuestions Contexte = ContexteQuestions.National(new LocalDate(2026, 11, 26));

    [Theory]
    [TableDeCas("Cas")]
    public void Should_answer_each_row_of_the_tables_of_jurists(string question, string colonnes, string ligne) => Verifier(question, colonnes, ligne);

    [Theory]
    [TableDeCas("Limites")]
    public void Should_answer_at_every_bound_or_say_why_it_cannot(string question, string colonnes, string ligne) => Verifier(question, colonnes, ligne);

    [Theory]
    [TableDeCas("Cas")]
    public void Should_name_articles_and_a_version_with_each_answer(string question, string colonnes, string ligne)
    {
        var reponse = Repondre(question, TableDeCasAttribute.Lire(colonnes, ligne));
        Assert.NotEmpty(reponse.Articles);
        Assert.NotEmpty(reponse.Phrases);
        Assert.Contains(reponse.Version!.Nom, new[] { "2025-01-01", "2025-06-01" });
    }

    [Fact]
    public void Should_name_the_city_and_the_successor_of_a_former_code()
    {
        Assert.Contains(
            "69383 (Lyon 3e Arrondissement) est un arrondissement de la commune 69123 (Lyon).",
            Repondre("commune", new() { ["commune"] = "69383", ["date"] = "2026-09-01" }).Phrases);
        Assert.Contains(
            "69211 (Saint-Jean-d'Ardières) fait aujourd’hui partie de la commune 69019 (Belleville-en-Beaujolais).",
            Repondre("commune", new() { ["commune"] = "69211", ["date"] = "2026-09-01" }).Phrases);
    }

    [Theory]
    [InlineData("allocation", "R5412-3-4", "seul compte ce qui a été sanctionné après elle")]
    [InlineData("rsa", null, "c’est une pratique")]
    public void Should_say_as_law_only_what_a_text_says_of_a_new_orientation(string regime, string? article, string phrase)
    {
        var reponse = Repondre("rang", new()
        {
            ["regime"] = regime,
            ["motif"] = "contrat",
            ["date_faits"] = "2026-03-10",
            ["motif_precedent"] = "contrat",
            ["date_faits_precedents"] = "2025-07-01",
            ["notification_precedente"] = "2025-09-01",
            ["reorientation"] = "2026-01-10",
        });
        Assert.Equal("premier", reponse.Valeurs[0]);
        Assert.Contains(phrase, string.Join(' ', reponse.Phrases));
        Assert.Equal(article is null ? [] : [article], reponse.Articles.Select(a => a.Numero).Distinct());
    }

    [Fact]
    public void Should_keep_the_register_as_long_as_the_text_of_the_day_says()
    {
        Assert.Equal((20, (int?)null), Durees(new(2026, 6, 30)));
        Assert.Equal((10, 3), Durees(new(2026, 7, 1)));

        static (int, int?) Durees(LocalDate le) => (Loi.Au(le).Information.AnneesConservation, Loi.Au(le).Information.AnneesActives);
    }

    [Fact]
    public void Should_follow_the_version_of_the_day_that_is_asked_about()
    {
        var cas = new Dictionary<string, string>
        {
            ["acte"] = "suspension",
            ["commune"] = "62498",
            ["allocation"] = "are",
            ["porte"] = "demandeur",
            ["age"] = "40",
            ["boe"] = "non",
            ["organisme_referent"] = "france-travail",
        };
        Assert.Equal("2025-01-01", Repondre("competence", new(cas) { ["date"] = "2025-05-31" }).Version!.Nom);
        Assert.Equal("2025-06-01", Repondre("competence", new(cas) { ["date"] = "2025-06-01" }).Version!.Nom);
    }

    private static ReponseDeDroit Repondre(string question, Dictionary<string, string> valeurs) => QuestionsDeDroit.Trouver(question)!.Repondre(valeurs, Contexte);

    private static void Verifier(string nom, string colonnes, string ligne)
    {
        var question = QuestionsDeDroit.Trouver(nom)!;
        var cas = TableDeCasAttribute.Lire(colonnes, ligne);
        var reponse = question.Repondre(cas, Contexte);
        var erreur = cas.GetValueOrDefault("erreur") ?? "";
        if (erreur.Length > 0)
        {
            Assert.Contains(erreur, reponse.Erreur?.Replace('\u00a0', ' '));
            return;
        }

        Assert.Null(reponse.Erreur);
        Assert.Equal(question.ColonnesReponse.Select(c => cas[c]), reponse.Valeurs);
    }
}
