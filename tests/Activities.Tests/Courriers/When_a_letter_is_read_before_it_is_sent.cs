using System.Text.RegularExpressions;
using CsvHelper;
using FranceTravail.Parcours.Activities.Courriers;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Droit.Questions;
using FranceTravail.Parcours.Workflows.Etapes;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Tests.Courriers;

/// <summary>Each letter, by authority and situation, says what it must and promises nothing else: the rows of <c>lettres.csv</c>.</summary>
public sealed partial class When_a_letter_is_read_before_it_is_sent
{
    private static readonly ModelesLiquid Modeles = new(CatalogueEtapes.National);
    private static readonly ContexteQuestions Contexte = ContexteQuestions.National(new LocalDate(2026, 11, 26));

    public static TheoryData<string, string, string, string> Lignes
    {
        get
        {
            using var csv = CsvReader.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Courriers", "lettres.csv")));
            var lignes = new TheoryData<string, string, string, string>();
            csv.ReadHeader();
            while (csv.Read())
            {
                lignes.Add(csv.GetString(0), csv.GetString(1), csv.GetString(2), csv.GetString(3));
            }

            return lignes;
        }
    }

    [Theory]
    [MemberData(nameof(Lignes))]
    public void Should_say_what_it_must_and_nothing_else(string lettre, string parametres, string contient, string tait)
    {
        var texte = Ecrire(lettre, parametres);
        Assert.All(Motifs(contient), motif => Assert.True(Trouve(texte, motif), $"« {motif} » is missing:\n{texte}"));
        Assert.All(Motifs(tait), motif => Assert.False(Trouve(texte, motif), $"« {motif} » is there:\n{texte}"));
    }

    [Fact]
    public void Should_be_readable_whichever_it_is() => Assert.All(Modeles.Codes, code =>
    {
        var texte = Ecrire(code, "commune=62498");
        Assert.DoesNotContain("{{", texte);
        Assert.DoesNotContain("<", texte);
        Assert.Contains("Camille Exemple", texte);
    });

    [Theory]
    [InlineData("orientation", "allocation=rsa commune=97502", "n’est pas établie ici")]
    [InlineData("lettre-inconnue", "commune=62498", "n’existe pas")]
    public void When_there_is_none_it_says_why(string lettre, string parametres, string dit)
    {
        var refus = Assert.ThrowsAny<Exception>(() => Ecrire(lettre, parametres));
        Assert.True(refus is LettreImpossibleException or LettreSansAutoriteException);
        Assert.Contains(dit, refus.Message);
    }

    [Fact]
    public void Should_not_be_signed_before_it_is_written() => Assert.Contains("signé des deux côtés depuis le jeudi 26 novembre 2026", Ecrire("contrat-signe", "commune=62498"));

    [Theory]
    [InlineData("", "commune= manque")]
    [InlineData("commune=99999", "n’est pas le code INSEE")]
    [InlineData("commune=62498 allocation=smic", "n’est pas connu")]
    [InlineData("commune=62498 heures=99", "n’est pas un nombre")]
    [InlineData("commune=62498 de=nulle-part", "n’est pas le code INSEE")]
    [InlineData("commune=62498 de=62498", "la même commune")]
    [InlineData("commune=62498 organisme=france-travail de=france-travail", "le même organisme")]
    public void When_a_case_cannot_be_read_it_says_what(string parametres, string dit) => Assert.Contains(dit, CasApercu.Lire(Valeurs(parametres), Contexte).Erreur);

    private static string Ecrire(string lettre, string parametres)
    {
        var (cas, erreur) = CasApercu.Lire(Valeurs(parametres), Contexte);
        Assert.Null(erreur);
        return Blancs().Replace(ApercuCourrier.Ecrire(Modeles, lettre, cas!), " ");
    }

    private static Dictionary<string, string> Valeurs(string parametres) =>
        parametres.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);

    private static string[] Motifs(string cellule) => cellule.Split(" && ", StringSplitOptions.RemoveEmptyEntries);

    private static bool Trouve(string texte, string motif) => Regex.IsMatch(texte, motif, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blancs();
}
