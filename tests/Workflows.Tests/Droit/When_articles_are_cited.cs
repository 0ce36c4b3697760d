using FranceTravail.Parcours.Workflows.Droit;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Droit;

public class When_articles_are_cited
{
    [Fact]
    public void Should_name_the_code_then_the_article() =>
        Assert.Equal("Code du travail, art. L5411-6 II", Article.Travail("L5411-6 II").Citation);

    [Fact]
    public void Should_name_each_code_once() => Assert.Equal(
        "Code du travail, art. L5411-6 et R5411-15 ; Code de l’action sociale et des familles, art. L262-37 ; Conseil constitutionnel, décision n° 2023-858 DC, § 35",
        Article.Citer(
            Article.Travail("L5411-6"), Article.ActionSociale("L262-37"), Article.Travail("R5411-15"), Article.Travail("L5411-6"),
            Article.Autre("Conseil constitutionnel, décision n° 2023-858 DC, § 35")));

    [Fact]
    public void Should_read_as_a_letter_writes_them() => Assert.Equal(
        "Code du travail, articles L. 5411-6 II et R. 5412-7 ; Code de l’action sociale et des familles, article R. 262-88 ; Loi n° 78-17 du 6 janvier 1978, article 47",
        Article.CiterAuLong(
            Article.Travail("L5411-6 II"), Article.ActionSociale("R262-88"), Article.Travail("R5412-7"), new(CodeDroit.InformatiqueEtLibertes, "47")));

    [Fact]
    public void Should_read_as_the_citations_that_journeys_record()
    {
        var loi = Loi.Au(new LocalDate(2026, 11, 26));
        Assert.Equal("Code du travail, art. D5411-14-1", loi.Contrat.DelaiSignature.Base);
        Assert.Equal("Code de l’action sociale et des familles, art. D262-65-2", loi.Orientation.DelaiRsa.Base);
        Assert.Equal("Code du travail, art. L5411-6 et R5411-15", Article.Citer(loi.Contrat.Contenu));
        Assert.Equal("Code du travail, art. L5411-5-2 II et D5411-8-2", Article.Citer(loi.Orientation.ReorientationApresDiagnostic));
    }
}
