using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

/// <summary>
/// The law, its numbers and the paces of the service are in <c>Droit</c>, by date: a step reads them there. Comments may cite;
/// the texts of letters, which are no code, are not looked at here.
/// </summary>
public partial class When_a_step_speaks_of_the_law
{
    /// <summary>What may hold a number all the same, and why.</summary>
    private static readonly (string Fichier, string Texte, string Raison)[] Exceptions =
    [
        ("Definition.cs", "Rang = ", "the place of a step in lists of steps"),
        ("Etape.cs", "Rang = ", "the place of a step in lists of steps"),
        ("Etapes/DefinitionEtape.cs", "Rang {", "the place of a step that says none: last"),
        ("Taches/ControleActe.cs", "Length: > 0 and <= 64", "the format of a key"),
        ("Taches/ValidationChamp.cs", "nombre * 4", "hours are entered in quarters"),
        ("Taches/ValidationChamp.cs", "09:30", "an example of how a time is typed"),
        ("Taches/ValidationChamp.cs", "GeneratedRegex", "the format of an identifier"),
    ];

    [Fact]
    public void Should_hold_no_article_of_its_own() =>
        Assert.Empty(Trouver(Article()));

    [Fact]
    public void Should_hold_no_number_of_its_own() =>
        Assert.Empty(Trouver(Nombre()));

    [Fact]
    public void Should_hold_no_delay_of_its_own() =>
        Assert.Empty(Trouver(Delai()));

    [Fact]
    public void Should_use_every_exception_that_is_made() =>
        Assert.All(Exceptions, e => Assert.Contains(Lignes(), l => Admise(e, l)));

    [Theory]
    [InlineData("v.Constater(\"x\", \"Fait.\", \"Code du travail, art. L5411-6\");")]
    [InlineData("jour.PlusDays(3)")]
    [InlineData("Min = \"P1D\",")]
    [InlineData("Max = \"70\",")]
    [InlineData("$\"En dessous de 15 heures par semaine\"")]
    public void Should_be_caught_when_it_does(string ligne) =>
        Assert.True(Article().IsMatch(ligne) || Nombre().IsMatch(ligne) || Delai().IsMatch(ligne));

    private static IEnumerable<string> Trouver(Regex interdit) =>
        Lignes().Where(l => interdit.IsMatch(l.Texte) && !Exceptions.Any(e => Admise(e, l))).Select(l => $"{l.Fichier}:{l.Ligne}: {l.Texte.Trim()}");

    private static bool Admise((string Fichier, string Texte, string Raison) exception, (string Fichier, int Ligne, string Texte) ligne) =>
        ligne.Fichier.EndsWith(exception.Fichier, StringComparison.Ordinal) && ligne.Texte.Contains(exception.Texte, StringComparison.Ordinal);

    private static IEnumerable<(string Fichier, int Ligne, string Texte)> Lignes() =>
        new[] { "workflows/Etapes", "workflows/Taches", "workflows/Parcours/Demandes" }.SelectMany(sous => SourcesEtapes.Lignes(sous));

    [GeneratedRegex(@"\bart\. |Code d[eu] |Conseil constitutionnel|Arrêté|Décret|\b[LRD]\d{3,4}-\d", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    /// <summary>Any number but 0 and 1; a digit within an identifier or a format is none.</summary>
    [GeneratedRegex(@"(?<![\w{])(?:[2-9]|\d{2,})(?:[.,:_]\d+)*m?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Nombre();

    [GeneratedRegex("\"P\\d+[DWMY]", RegexOptions.CultureInvariant)]
    private static partial Regex Delai();
}
