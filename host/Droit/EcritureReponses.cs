using CsvHelper;

namespace FranceTravail.Parcours.Host.Droit;

/// <summary>Writes rows as CSV with commas and plain line ends, on the output of a command.</summary>
internal static class EcritureReponses
{
    public static async Task EcrireAsync(TextWriter output, IReadOnlyList<string[]> rows, CancellationToken cancellationToken)
    {
        await using var buffer = new StringWriter();
        await using (var csv = CsvWriter.Create(buffer, new CsvWriterOptions { Separator = ',' }))
        {
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await csv.WriteRecordAsync(row, cancellationToken);
            }
        }

        await output.WriteAsync(buffer.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).AsMemory(), cancellationToken);
    }
}
