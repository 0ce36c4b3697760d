using CsvHelper;
using FranceTravail.Parcours.Host.Inscriptions;
using NodaTime;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>Reads a flux of persons and checks every row: all faults of the file in one pass.</summary>
internal sealed class LecteurFlux(ControleInscription controle)
{
    private const int LongestReference = 64;
    private const int MostColumnsNamed = 50;

    /// <exception cref="FichierRefuse">No header, or a column is missing.</exception>
    public Flux Lire(string text, LocalDate aujourdHui)
    {
        var lecture = new LectureEnCours();
        var (first, shift) = SansPreambule(text);
        using var csv = CsvReader.FromText(first, new CsvReaderOptions
        {
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = bad => lecture.Illisible((int)bad.LineNumber + shift, bad),
        });
        var header = Entete(csv);
        while (csv.Read())
        {
            Ligne(csv, header, (int)csv.LineNumber + shift, aujourdHui, lecture);
        }

        if (lecture.Lignes.Count + lecture.Erreurs.Count == 0)
        {
            throw new FichierRefuse("Le fichier ne contient aucune personne : il n’y a rien sous la ligne qui nomme les colonnes.");
        }

        return new(lecture.Lignes, lecture.Erreurs, lecture.Avertissements, [.. header.Where(h => h.Length > 0 && !ColonnesFlux.Toutes.Contains(h)).Take(MostColumnsNamed).Select(ChampsSaisie.Court)]);
    }

    private void Ligne(CsvReader csv, string[] header, int line, LocalDate today, LectureEnCours lecture)
    {
        string? Value(string column) => Array.IndexOf(header, column) is >= 0 and var at ? csv.GetString(at) : null;
        var said = ColonnesFlux.Toutes.Where(column => Lecture.Propre(Value(column)) is not null).ToHashSet(StringComparer.Ordinal);
        if (said.Count == 0)
        {
            // Spreadsheets write the rows that somebody once clicked on.
            return;
        }

        var reference = Reference(Value(ColonnesFlux.Reference), line, lecture);
        var (valide, faults) = controle.Verifier(ColonnesFlux.Saisie(Value), today, partout: true);
        lecture.Noter(line, faults);
        if (reference is not null && valide is not null)
        {
            // What could not be read says nothing.
            said.ExceptWith(faults.Where(f => f.Champ != nameof(SaisieInscription.Commune)).Select(f => ColonnesFlux.DuChamp(f.Champ)));
            lecture.Lignes.Add(new(line, reference, valide, said));
        }
    }

    /// <summary>The reference of a row; null when it has none, or one that cannot be.</summary>
    private static string? Reference(string? text, int line, LectureEnCours lecture)
    {
        var reference = Lecture.Propre(text);
        if (reference is null || reference.Length > LongestReference)
        {
            lecture.Refuser(line, ColonnesFlux.Reference, reference is null ? "Indiquez la référence : c’est elle qui évite les doubles." : $"{LongestReference} caractères au plus.");
            return null;
        }

        if (!lecture.References.TryAdd(reference, line))
        {
            lecture.Refuser(line, ColonnesFlux.Reference, $"« {ChampsSaisie.Court(reference)} » est déjà celle de la ligne {lecture.References[reference]}.");
            return null;
        }

        return reference;
    }

    /// <summary>Without the line by which Excel tells itself the separator; and how many lines that takes away.</summary>
    private static (string Text, int Lines) SansPreambule(string text) =>
        text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end ? (text[(end + 1)..], 1) : (text, 0);

    private static string[] Entete(CsvReader csv)
    {
        csv.ReadHeader();
        string[] header = [.. csv.Headers.ToArray().Select(ColonnesFlux.Nom)];
        if (header.All(h => h.Length == 0))
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

        return header.Where(h => h.Length > 0).GroupBy(h => h).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new FichierRefuse($"La colonne {ChampsSaisie.Court(twice.Key)} est nommée deux fois.")
            : header;
    }
}
