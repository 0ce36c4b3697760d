using CsvHelper;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Workflows.Droit.Questions;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Host.Droit;

/// <summary>A file of cases of one question, answered row by row, in its order.</summary>
internal sealed class FichierDeQuestions(QuestionDeDroit question, ContexteQuestions contexte)
{
    public const string Erreur = "erreur";

    /// <summary>Columns that nothing reads, so that a misspelt one is seen.</summary>
    public IReadOnlyList<string> ColonnesIgnorees { get; private set; } = [];

    /// <summary>Rows without an answer.</summary>
    public int Fautes { get; private set; }

    /// <summary>The header, then each row with its answer; the column of faults is there when a row has one.</summary>
    /// <exception cref="FichierRefuse">The file has no header, or not one column of the question.</exception>
    public IReadOnlyList<string[]> Repondre(string text)
    {
        var rows = new List<(Dictionary<string, string> Values, ReponseDeDroit Answer)>();
        var misquoted = false;
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            AllowLineBreaksInQuotes = false,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = _ => misquoted = true,
        });
        var header = Entete(csv);
        string[] columns = [.. question.Colonnes, .. question.ColonnesFacultatives.Where(header.Contains)];
        while (csv.Read())
        {
            string[] cells = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

            // A row of commas is a row: whoever reads by position must find its place. An empty line is none.
            if (cells.Length > 1 || cells.Any(c => !string.IsNullOrWhiteSpace(c)))
            {
                var values = columns.ToDictionary(c => c, c => cells.ElementAtOrDefault(Array.IndexOf(header, c)) ?? "");
                rows.Add((values, misquoted ? Faute("Un guillemet est mal placé dans cette ligne.") : Repondre(cells, header, values)));
            }

            misquoted = false;
        }

        Fautes = rows.Count(r => r.Answer.Erreur is not null);
        var faulty = Fautes > 0;
        return
        [
            [.. columns, .. question.ColonnesReponse, .. faulty ? [Erreur] : Array.Empty<string>()],
            .. rows.Select(r => (string[])[
                .. columns.Select(c => r.Values[c]),
                .. r.Answer.Erreur is null ? r.Answer.Valeurs : question.ColonnesReponse.Select(_ => ""),
                .. faulty ? [Francais.Composer(r.Answer.Erreur ?? "")] : Array.Empty<string>(),
            ]),
        ];
    }

    private ReponseDeDroit Repondre(string[] cells, string[] header, Dictionary<string, string> values) =>
        cells.Skip(header.Length).Any(c => !string.IsNullOrWhiteSpace(c)) ? Faute("La ligne a plus de colonnes que la première.")
        : question.Colonnes.FirstOrDefault(c => !header.Contains(c)) is { } missing ? Faute($"La colonne {missing} manque dans le fichier.")
        : question.Repondre(values, contexte);

    private static ReponseDeDroit Faute(string message) => new() { Erreur = message };

    private string[] Entete(CsvReader csv)
    {
        csv.ReadHeader();
        string[] header = [.. csv.Headers.ToArray().Select(h => h.Trim().ToLowerInvariant())];
        if (header.All(h => h.Length == 0))
        {
            throw new FichierRefuse("Le fichier est vide : sa première ligne doit nommer les colonnes.");
        }

        if (!header.Intersect(question.Colonnes).Any())
        {
            throw new FichierRefuse($"Ce fichier n’est pas celui de la question « {question.Nom} » : sa première ligne doit nommer les colonnes {string.Join(", ", question.Colonnes)}.");
        }

        if (header.Where(h => h.Length > 0).GroupBy(h => h).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new FichierRefuse($"La colonne {twice.Key} est nommée deux fois.");
        }

        ColonnesIgnorees = [.. header.Where(h => h.Length > 0 && h != Erreur).Except(question.Colonnes).Except(question.ColonnesFacultatives).Except(question.ColonnesReponse)];
        return header;
    }
}
