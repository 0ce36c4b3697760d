using CsvHelper;
using FranceTravail.Parcours.Host.Inscriptions;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>What was found so far in a file.</summary>
internal sealed class LectureEnCours
{
    public List<LigneFlux> Lignes { get; } = [];

    public List<ErreurImport> Erreurs { get; } = [];

    public List<ErreurImport> Avertissements { get; } = [];

    /// <summary>References seen, with their line.</summary>
    public Dictionary<string, int> References { get; } = new(StringComparer.Ordinal);

    public void Refuser(int line, string? column, string message) => Erreurs.Add(new(line, column, message));

    /// <summary>Faults of a person: those that forbid her import, and those whose field is left out.</summary>
    public void Noter(int line, IReadOnlyList<ErreurChamp> faults)
    {
        foreach (var fault in faults)
        {
            // A commune whose code leads to another is taken; any other warning is of a value that is left out.
            var message = fault.Facultatif && fault.Champ is not nameof(SaisieInscription.Commune) ? $"{fault.Message} Laissé de côté." : fault.Message;
            (fault.Facultatif ? Avertissements : Erreurs).Add(new(line, ColonnesFlux.DuChamp(fault.Champ), message));
        }
    }

    /// <summary>A record that is no row of this file; separators alone are an empty one, however many there are.</summary>
    public void Illisible(int line, CsvMalformedRecord bad)
    {
        if (bad.RawRecord?.All(c => c is ';' or ',' or '\t' or '|' or '"' || char.IsWhiteSpace(c)) != true)
        {
            Refuser(line, null, bad.Reason switch
            {
                CsvMalformedReason.FieldCountMismatch => "Elle n’a pas autant de colonnes que la première ligne.",
                CsvMalformedReason.UnterminatedQuote => "Un guillemet ouvert n’est jamais fermé.",
                _ => "Un guillemet est mal placé.",
            });
        }
    }
}
