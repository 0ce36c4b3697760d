using System.Text;
using FranceTravail.Parcours.Host.Commandes;
using FranceTravail.Parcours.Host.Tests.Architecture;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Droit;

public sealed class When_a_jurist_asks : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parcours-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("commune", 2)]
    [InlineData("competence", 8)]
    [InlineData("sanction", 6)]
    [InlineData("procedure", 3)]
    [InlineData("horloge", 3)]
    [InlineData("rang", 7)]
    [InlineData("contrat", 8)]
    public async Task Should_write_the_file_with_its_answers_whether_it_had_them_or_not(string question, int columns)
    {
        var answered = Path.Combine(Repository.Root, "tests/Workflows.Tests/Droit/Cas", $"{question}.csv");
        var expected = await File.ReadAllTextAsync(answered);
        Assert.Equal((0, expected, ""), await RunAsync("droit", "repondre", question, answered));

        var bare = Path.Combine(folder, "sans-reponse.csv");
        await File.WriteAllLinesAsync(bare, expected.TrimEnd().Split('\n').Select(line => string.Join(';', line.Split(',').Take(columns))), new UTF8Encoding(true));
        Assert.Equal((0, expected, ""), await RunAsync("droit", "repondre", question, bare));
    }

    [Fact]
    public async Task Should_answer_the_other_rows_and_say_what_is_wrong_with_one()
    {
        var (code, output, _) = await RepondreAsync("commune", "commune,date\n69383,2026-09-01\n,\n99999,2026-09-01\n69123\n69123,2026-09-01,x\n69123,2026-09-01,\n6\"9,2026-09-01\n");
        Assert.Equal(0, code);
        Assert.Equal(
            [
                "commune,date,orientation_rsa,sanction_rsa,calendrier,erreur",
                "69383,2026-09-01,president-metropole-lyon,president-metropole-lyon,metropole,",
                ",,,,,Colonne date\u00a0: la valeur manque.",
                "99999,2026-09-01,,,,Colonne commune\u00a0: «\u00a099999\u00a0» n’est pas le code INSEE d’une commune.",
                "69123,,,,,Colonne date\u00a0: la valeur manque.",
                "69123,2026-09-01,,,,La ligne a plus de colonnes que la première.",
                "69123,2026-09-01,president-metropole-lyon,president-metropole-lyon,metropole,",
                "\"6\"\"9\",2026-09-01,,,,Un guillemet est mal placé dans cette ligne.",
            ],
            output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Should_answer_no_row_when_a_column_is_missing_and_name_a_column_that_nothing_reads()
    {
        var (code, output, error) = await RepondreAsync("commune", "commune,dat\n69123,2026-09-01\n");
        Assert.Equal(1, code);
        Assert.Equal("69123,,,,,La colonne date manque dans le fichier.", output.TrimEnd('\n').Split('\n')[1]);
        Assert.Equal(["Colonnes ignorées\u00a0: dat.", "1\u00a0ligne sur 1 sans réponse\u00a0: la colonne «\u00a0erreur\u00a0» dit pourquoi."], error.TrimEnd().Split('\n'));

        // What could be answered was: the file is good for that.
        (code, output, error) = await RepondreAsync("commune", "commune,date\n69123,2026-09-01\n69123,hier\n");
        Assert.Equal(0, code);
        Assert.StartsWith("1\u00a0ligne sur 2 sans réponse", error, StringComparison.Ordinal);
    }

    /// <summary>Whoever reads by position finds its place: only a line end ends a row.</summary>
    [Fact]
    public async Task Should_keep_one_row_for_one_whatever_is_in_a_cell()
    {
        var (_, output, _) = await RepondreAsync("commune", "commune,date\n674\u202882,2026-11-25\n\f69123,2026-09-01\n");
        Assert.Equal(3, output.TrimEnd('\n').Split('\n').Length);
    }

    [Theory]
    [InlineData("", "Le fichier est vide")]
    [InlineData("regime,motif\nrsa,contrat\n", "Ce fichier n’est pas celui de la question")]
    [InlineData("commune,date,date\n69123,2026-09-01,2026-09-02\n", "est nommée deux fois")]
    public async Task Should_refuse_a_file_that_is_not_one_of_the_question(string text, string message)
    {
        var (code, output, error) = await RepondreAsync("commune", text);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains(message, Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_refuse_another_encoding_and_an_unknown_question()
    {
        var latin = Path.Combine(folder, "latin.csv");
        await File.WriteAllTextAsync(latin, "commune,date\n69123,été\n", Encoding.Latin1);
        Assert.Contains("Le fichier n’est pas en UTF-8", (await RunAsync("droit", "repondre", "commune", latin)).Error, StringComparison.Ordinal);
        var (code, _, error) = await RunAsync("droit", "repondre", "minuit", latin);
        Assert.Equal(1, code);
        Assert.Contains("n’est pas une question connue", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_explain_with_articles_and_the_version_of_the_law()
    {
        var (code, output, _) = await RunAsync("droit", "expliquer", "horloge", "horloge=changement-adresse", "depart=2026-03-04", "commune=67482");
        Assert.Equal(0, code);
        Assert.Equal(
            [
                "Délai\u00a0: 30\u00a0jours, qui part le 4\u00a0mars 2026.",
                "Son dernier jour, le vendredi 3\u00a0avril, est férié dans cette commune (Vendredi saint)\u00a0: il est reporté au mardi 7\u00a0avril 2026, le lundi 6\u00a0avril étant férié (Lundi de Pâques).",
                "",
                "echeance = 2026-04-07",
                "",
                "Articles\u00a0: Code du travail, art. R5411-8\u00a0; Code de procédure civile, art. 641 et 642.",
                "Version du droit\u00a0: 2025-01-01 (loi n° 2023-1196 du 18\u00a0décembre 2023 pour le plein emploi\u00a0; décrets n° 2024-1242 et n° 2024-1244 du 30\u00a0décembre 2024).",
            ],
            output.TrimEnd().Split(Environment.NewLine));
    }

    [Theory]
    [InlineData("2026-07-16", "67482", "Son dernier jour, le samedi 15\u00a0août, n’est pas ouvré\u00a0: il est reporté au lundi 17\u00a0août 2026.")]
    [InlineData("2026-10-12", "62510", "Son dernier jour, le mercredi 11\u00a0novembre, est férié (Armistice de 1918)\u00a0: il est reporté au jeudi 12\u00a0novembre 2026.")]
    public async Task Should_say_why_a_delay_is_put_off(string depart, string commune, string sentence) => Assert.Contains(
        sentence, (await RunAsync("droit", "expliquer", "horloge", "horloge=changement-adresse", $"depart={depart}", $"commune={commune}")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("62510", "Les jours fériés y sont ceux de toute la France.")]
    [InlineData("67482", "s’y ajoutent\u00a0: Vendredi saint (3\u00a0avril en 2026) et Saint-Étienne (26\u00a0décembre en 2026).")]
    [InlineData("97411", "s’y ajoutent\u00a0: Abolition de l’esclavage (20\u00a0décembre en 2026).")]
    public async Task Should_say_which_holidays_a_commune_has_of_its_own(string commune, string sentence) => Assert.Contains(
        sentence, (await RunAsync("droit", "expliquer", "commune", $"commune={commune}", "date=2026-09-01")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Should_name_at_once_all_that_a_question_asks_for()
    {
        var (code, output, _) = await RunAsync("droit", "expliquer", "sanction");
        Assert.Equal(1, code);
        Assert.Contains("La question «\u00a0sanction\u00a0» attend\u00a0:", output, StringComparison.Ordinal);
        Assert.Contains("  date_faits = une date, comme 2026-11-25", output, StringComparison.Ordinal);
        Assert.Contains("  rang = premier, persistance, reiteration", output, StringComparison.Ordinal);
        Assert.DoesNotContain("attend", (await RunAsync("droit", "expliquer", "commune", "commune=99999", "date=2026-09-01")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ne s’écrit pas nom=valeur", "date")]
    [InlineData("n’est pas une colonne de la question", "dat=2026-09-01")]
    [InlineData("est donné deux fois", "date=2026-09-01", "date=2026-09-02")]
    public async Task Should_say_which_word_it_does_not_understand(string message, params string[] words)
    {
        var (code, output, error) = await RunAsync(["droit", "expliquer", "commune", .. words]);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_why_there_is_no_answer()
    {
        var (code, output, _) = await RunAsync("droit", "expliquer", "commune", "commune=69123", "date=2024-12-31");
        Assert.Equal(1, code);
        Assert.Contains("n’est pas connu ici", output, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> RepondreAsync(string question, string text)
    {
        var file = Path.Combine(folder, "cas.csv");
        await File.WriteAllTextAsync(file, text);
        return await RunAsync("droit", "repondre", question, file);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        return (await HostCommandLine.RunAsync(args, output, error), output.ToString(), error.ToString());
    }
}
