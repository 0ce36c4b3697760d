using CsvHelper;
using FranceTravail.Parcours.Host.Inscriptions;
using NodaTime;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>Reads a flux of persons and checks every row: all faults of the file in one pass.</summary>
internal sealed class LecteurFlux(ControleInscription controle)
{
    private const int LongestReference = 64;

    /// <exception cref="FichierRefuse">No header, or a column is missing.</exception>
    public Flux Lire(string text, LocalDate aujourdHui)
    {
        var (rows, errors, seen) = (new List<LigneFlux>(), new List<ErreurImport>(), new Dictionary<string, int>(StringComparer.Ordinal));
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = bad => errors.Add(new((int)bad.LineNumber, null, Message(bad.Reason))),
        });
        var header = Entete(csv);
        while (csv.Read())
        {
            Ligne(csv, header, (int)csv.LineNumber, aujourdHui, rows, errors, seen);
        }

        return new(rows, errors, [.. header.Where(h => !ColonnesFlux.Toutes.Contains(h))]);
    }

    private void Ligne(
        CsvReader csv, string[] header, int line, LocalDate today, List<LigneFlux> rows, List<ErreurImport> errors, Dictionary<string, int> seen)
    {
        string? Value(string column) => Array.IndexOf(header, column) is >= 0 and var at ? csv.GetString(at) : null;
        var reference = Lecture.Propre(Value(ColonnesFlux.Reference));
        var before = errors.Count;
        if (reference is null || reference.Length > LongestReference)
        {
            errors.Add(new(line, ColonnesFlux.Reference, reference is null ? "Indiquez la référence : c’est elle qui évite les doubles." : $"{LongestReference} caractères au plus."));
        }
        else if (!seen.TryAdd(reference, line))
        {
            errors.Add(new(line, ColonnesFlux.Reference, $"« {ChampsSaisie.Court(reference)} » est déjà celle de la ligne {seen[reference]}."));
        }

        var (valide, faults) = controle.Verifier(ColonnesFlux.Saisie(Value), today);
        errors.AddRange(faults.Select(f => new ErreurImport(line, ColonnesFlux.DuChamp(f.Champ), f.Message)));
        if (errors.Count == before)
        {
            rows.Add(new(line, reference!, valide!));
        }
    }

    private static string Message(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.FieldCountMismatch => "Elle n’a pas autant de colonnes que la première ligne.",
        CsvMalformedReason.UnterminatedQuote => "Un guillemet ouvert n’est jamais fermé.",
        _ => "Un guillemet est mal placé.",
    };

    private static string[] Entete(CsvReader csv)
    {
        csv.ReadHeader();
        string[] header = [.. csv.Headers.ToArray().Select(h => h.Trim().ToLowerInvariant())];
        if (header.Length == 0)
        {
            throw new FichierRefuse("Le fichier est vide : sa première ligne doit nommer les colonnes.");
        }

        var missing = ColonnesFlux.Obligatoires.Except(header).ToList();
        if (missing.Count > 0)
        {
            throw new FichierRefuse(
                $"{(missing.Count == 1 ? "Il manque la colonne" : "Il manque les colonnes")} {string.Join(", ", missing)}. "
                + "Les colonnes sont séparées par des points-virgules ou des virgules, et nommées en première ligne.");
        }

        return header.Distinct(StringComparer.Ordinal).Count() == header.Length ? header
            : throw new FichierRefuse($"La colonne {header.GroupBy(h => h).First(g => g.Count() > 1).Key} est nommée deux fois.");
    }
}
