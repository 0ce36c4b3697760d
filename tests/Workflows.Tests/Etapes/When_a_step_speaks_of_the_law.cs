using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

/// <summary>
/// The law and its numbers are in <c>Droit</c>, by date: steps, letters and pages read them there. What the service chooses by itself is in the
/// settings of a step or in <c>Rythme</c>, and cites nothing. Comments may cite.
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
        Assert.Empty(Trouver(Lignes(), Article()));

    [Fact]
    public void Should_hold_no_number_of_its_own() =>
        Assert.Empty(Trouver(Lignes().Where(l => !Choix(l.Fichier)), Nombre()));

    [Fact]
    public void Should_hold_no_delay_of_its_own() =>
        Assert.Empty(Trouver(Lignes().Where(l => !Choix(l.Fichier)), Delai(), EnLettres()));

    [Fact]
    public void Should_use_every_exception_that_is_made() =>
        Assert.All(Exceptions, e => Assert.Contains(Lignes(), l => Admise(e, l)));

    [Fact]
    public void Should_let_no_letter_hold_an_article_a_number_or_a_delay() =>
        Assert.Empty(Trouver(Lettres(), Article(), Nombre(), EnLettres()));

    [Fact]
    public void Should_let_no_page_hold_an_article_or_a_delay() =>
        Assert.Empty(Trouver(Pages(), Article(), EnLettres(), Duree()));

    [Fact]
    public void Should_let_nothing_else_of_the_program_hold_an_article() =>
        Assert.Empty(Trouver(new[] { "host", "activities", "designer" }.SelectMany(sous => SourcesEtapes.Lignes(sous)), Article()));

    [Fact]
    public void Should_look_at_every_letter_and_page()
    {
        Assert.Contains(Lettres(), l => l.Fichier.EndsWith("/contrat-signe.liquid", StringComparison.Ordinal));
        Assert.Contains(Pages(), l => l.Fichier.EndsWith("/MonParcours.razor", StringComparison.Ordinal));
        Assert.Contains(Pages(), l => l.Fichier.EndsWith("/JourneeQuery.cs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<p>Code du travail, articles L. 5411-6 et R. 5412-7.</p>")]
    [InlineData("changer d’orientation (art. L5411-5-2)")]
    [InlineData("avec dix jours au moins pour vous expliquer")]
    [InlineData("à signer dans le mois qui suit")]
    [InlineData("Enfants de moins de 12 ans")]
    [InlineData("Personne n’est resté trois semaines sans nouvelles.")]
    [InlineData("private const int AlertDays = 21;")]
    [InlineData("now - Duration.FromDays(21)")]
    public void Should_be_caught_when_a_text_does(string ligne) =>
        Assert.True(Article().IsMatch(ligne) || EnLettres().IsMatch(ligne) || Duree().IsMatch(ligne));

    [Theory]
    [InlineData("v.Constater(\"x\", \"Fait.\", \"Code du travail, art. L5411-6\");")]
    [InlineData("jour.PlusDays(3)")]
    [InlineData("Min = \"P1D\",")]
    [InlineData("Max = \"70\",")]
    [InlineData("$\"En dessous de 15 heures par semaine\"")]
    public void Should_be_caught_when_it_does(string ligne) =>
        Assert.True(Article().IsMatch(ligne) || Nombre().IsMatch(ligne) || Delai().IsMatch(ligne));

    [Fact]
    public void Should_have_its_own_choices_in_its_settings()
    {
        Assert.Contains(Lignes(), l => Choix(l.Fichier) && Nombre().IsMatch(l.Texte));
        Assert.All(Lignes().Where(l => l.Fichier.EndsWith("Reglages.cs", StringComparison.Ordinal)), l => Assert.StartsWith("workflows/Etapes/", l.Fichier, StringComparison.Ordinal));
    }

    private static bool Choix(string fichier) => fichier.EndsWith("Reglages.cs", StringComparison.Ordinal) || fichier == "workflows/Taches/Rythme.cs";

    private static IEnumerable<string> Trouver(IEnumerable<(string Fichier, int Ligne, string Texte)> lignes, params Regex[] interdits) =>
        lignes.Where(l => interdits.Any(i => i.IsMatch(l.Texte)) && !Exceptions.Any(e => Admise(e, l))).Select(l => $"{l.Fichier}:{l.Ligne}: {l.Texte.Trim()}");

    private static bool Admise((string Fichier, string Texte, string Raison) exception, (string Fichier, int Ligne, string Texte) ligne) =>
        ligne.Fichier.EndsWith(exception.Fichier, StringComparison.Ordinal) && ligne.Texte.Contains(exception.Texte, StringComparison.Ordinal);

    private static IEnumerable<(string Fichier, int Ligne, string Texte)> Lignes() =>
        new[] { "workflows/Etapes", "workflows/Taches", "workflows/Parcours/Demandes" }.SelectMany(sous => SourcesEtapes.Lignes(sous));

    private static IEnumerable<(string Fichier, int Ligne, string Texte)> Lettres() => SourcesEtapes.Lignes("workflows", "*.liquid");

    private static IEnumerable<(string Fichier, int Ligne, string Texte)> Pages() =>
        SourcesEtapes.Lignes("host", "*.razor").Concat(SourcesEtapes.Lignes("host/Espaces"));

    [GeneratedRegex(@"\bart\. |Code d(?:u|es?) (?!sortie)|Conseil constitutionnel|Arrêté|Décret|\b[LRD](?:\. ?)?\d{3,4}-\d", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    /// <summary>Any number but 0 and 1; a digit within an identifier or a format is none.</summary>
    [GeneratedRegex(@"(?<![\w{])(?:[2-9]|\d{2,})(?:[.,:_]\d+)*m?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Nombre();

    /// <summary>A delay as people write it: « dix jours », « dans le mois », « 12 ans ».</summary>
    [GeneratedRegex(
        @"\bdans le mois\b|\b(?:[2-9]|\d{2,}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|soixante)[ \u00a0](?:jours|semaines|mois|ans|années)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EnLettres();

    /// <summary>A number of days in the code of a page.</summary>
    [GeneratedRegex(@"From(?:Days|Hours)\((?:[2-9]|\d{2,})|Plus(?:Days|Weeks|Months)\(-?(?:[2-9]|\d{2,})|(?:Days|Jours|Mois)\w* = \d", RegexOptions.CultureInvariant)]
    private static partial Regex Duree();

    [GeneratedRegex("\"P\\d+[DWMY]", RegexOptions.CultureInvariant)]
    private static partial Regex Delai();
}
