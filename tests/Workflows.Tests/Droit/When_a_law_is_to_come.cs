using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Droit.Contrat;
using FranceTravail.Parcours.Workflows.Droit.Questions;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Droit;

public class When_a_law_is_to_come
{
    private static readonly VersionDroit Inventee = new(new LocalDate(2028, 1, 1), "loi inventée");

    private static readonly Lois Futures = Lois.Nationales with
    {
        Contrat = Lois.Nationales.Contrat.Avec(Lois.Nationales.Contrat.Toutes[^1] with
        {
            Version = Inventee,
            DelaiSignature = new(DelaiLegal.EnJours(45), Report.JourOuvre, [Article.Travail("D9999-1")]),
            PlancherHebdomadaire = 10m,
            MotifsSansHeures = [MotifSansHeures.Sante],
        }),
    };

    [Theory]
    [InlineData("2027-12-31", "P1M", 15, "2025-01-01")]
    [InlineData("2028-01-01", "P45D", 10, "2028-01-01")]
    public void Should_be_chosen_by_the_date_of_the_fact(string le, string delai, int plancher, string version)
    {
        var contrat = Futures.Au(Jour(le)).Contrat;
        Assert.Equal(delai, contrat.DelaiSignature.Duree.ToString());
        Assert.Equal(plancher, contrat.PlancherHebdomadaire);
        Assert.Equal(version, contrat.Version.Nom);
    }

    [Fact]
    public void Should_leave_the_other_topics_and_the_national_table_as_they_were()
    {
        Assert.Equal("2025-01-01", Futures.Au(Jour("2028-06-01")).Orientation.Version.Nom);
        Assert.Equal("2025-01-01", Loi.Au(Jour("2028-06-01")).Contrat.Version.Nom);
    }

    [Theory]
    [InlineData("2027-12-31", "2028-01-31")]
    [InlineData("2028-01-03", "2028-02-17")]
    public void Should_answer_the_questions_of_its_days(string depart, string echeance) =>
        Assert.Equal([echeance], Repondre("horloge", new() { ["horloge"] = "contrat", ["depart"] = depart, ["commune"] = "69123" }).Valeurs);

    [Theory]
    [InlineData("2027-12-31", "non", "oui")]
    [InlineData("2028-01-01", "oui", "non")]
    public void Should_accept_other_hours_on_other_grounds(string date, string douzeHeures, string sansHeuresPourHandicap)
    {
        Dictionary<string, string> cas = new() { ["date"] = date, ["raison_individuelle"] = "non", ["diagnostic"] = "oui", ["motif_sans_heures"] = "handicap" };
        Assert.Equal([douzeHeures], Repondre("contrat", new(cas) { ["heures"] = "12", ["demande_de_la_personne"] = "non" }).Valeurs);
        Assert.Equal([sansHeuresPourHandicap], Repondre("contrat", new(cas) { ["heures"] = "0", ["demande_de_la_personne"] = "oui" }).Valeurs);
    }

    [Fact]
    public void Should_refuse_two_versions_of_one_day() =>
        Assert.Throws<ArgumentException>(() => Futures.Contrat.Avec(Futures.Contrat.Toutes[^1]));

    [Fact]
    public void Should_say_that_the_law_before_the_first_version_is_not_known()
    {
        Assert.Null(Lois.Nationales.Sanctions.Trouver(Jour("2025-05-31")));
        var inconnu = Assert.Throws<DroitInconnuException>(() => Loi.Au(Jour("2025-05-31")).Sanctions);
        Assert.Equal("Le droit du 31 mai 2025 sur les sanctions n’est pas connu ici : il l’est à partir du 1ᵉʳ juin 2025.", inconnu.Message.Replace('\u00a0', ' '));
    }

    private static ReponseDeDroit Repondre(string question, Dictionary<string, string> valeurs) => QuestionsDeDroit.Trouver(question)!.Repondre(
        valeurs,
        ContexteQuestions.National(Jour("2026-11-26")) with { Competences = TableCompetence.Nationale with { Lois = Futures } });

    private static LocalDate Jour(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
