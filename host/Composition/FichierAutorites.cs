using CsvHelper;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Redaction;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// What a deployment says of its authorities, in one CSV file that the setting <c>Competence:Fichier</c> names: read and checked
/// whole before anything starts.
/// </summary>
internal static class FichierAutorites
{
    private const int FautesDites = 20;

    /// <exception cref="StartupRefusal">The file cannot be read, or has faults: each with its line, in a French sentence.</exception>
    public static TableCompetence Lire(string path)
    {
        try
        {
            return Ajouter(TableCompetence.Nationale, TexteFichier.Lire(path));
        }
        catch (FichierRefuse refus)
        {
            throw new StartupRefusal($"Réglage Competence:Fichier, « {path} » : {refus.Message}", refus);
        }
    }

    /// <summary>Tells of each signature that nobody can give: no agent of that authority has this account.</summary>
    public static async Task RapprocherAsync(TableCompetence table, IDbContextFactory<DossiersDbContext> contexts, IProgress<string> dire, CancellationToken cancellationToken)
    {
        if (table.Signatures.Count == 0)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var agents = await db.Conseillers.Select(c => new { c.Id, c.Autorite }).ToListAsync(cancellationToken);
        foreach (var signature in table.Signatures.Where(s => !agents.Exists(a => a.Id == s.Compte && a.Autorite == s.De)))
        {
            dire.Report($"Réglage Competence:Fichier : personne ne signera par la signature « {signature.Reference} » ; aucun agent de cette autorité n’a le compte « {signature.Compte} ».");
        }
    }

    /// <exception cref="FichierRefuse">The file has faults.</exception>
    internal static TableCompetence Ajouter(TableCompetence table, string text)
    {
        var faults = new List<string>();
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = bad => faults.Add($"ligne {bad.LineNumber} : elle n’a pas autant de colonnes que la première, ou un guillemet y est mal placé."),
        });
        var header = Entete(csv);
        while (csv.Read())
        {
            var values = header.Select((column, at) => KeyValuePair.Create(column, csv.GetString(at) ?? "")).Where(c => c.Value.Trim().Length > 0).ToDictionary();
            if (values.Count > 0)
            {
                (table, var fault) = LigneAutorite.Ajouter(table, values);
                faults.AddRange(fault is null ? [] : [$"ligne {csv.LineNumber} : {fault}"]);
            }
        }

        return faults.Count == 0 ? table : throw new FichierRefuse(Francais.Composer(string.Join(
            Environment.NewLine,
            [$"{faults.Count} {(faults.Count == 1 ? "ligne est fautive" : "lignes sont fautives")}. Rien n’est parti.", .. faults.Take(FautesDites).Select(f => $"  {f}"), .. faults.Count > FautesDites ? ["  …"] : Array.Empty<string>()])));
    }

    private static string[] Entete(CsvReader csv)
    {
        csv.ReadHeader();
        string[] header = [.. csv.Headers.ToArray().Select(h => h.Trim().ToLowerInvariant())];
        var known = LigneAutorite.Obligatoires.Concat(LigneAutorite.Facultatives).ToList();
        return LigneAutorite.Obligatoires.Except(header).FirstOrDefault() is { } missing ? throw new FichierRefuse($"Il manque la colonne {missing}. Colonnes : {string.Join(", ", known)}.")
            : header.Except(known).FirstOrDefault() is { } unknown ? throw new FichierRefuse($"La colonne « {unknown} » n’est pas connue. Colonnes : {string.Join(", ", known)}.")
            : header.Distinct().Count() < header.Length ? throw new FichierRefuse("Une colonne est nommée deux fois.")
            : header;
    }
}
