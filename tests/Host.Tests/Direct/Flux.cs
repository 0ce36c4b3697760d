namespace FranceTravail.Parcours.Host.Tests.Direct;

/// <summary>Server events, one after the other.</summary>
internal sealed class Flux(Stream stream) : IDisposable
{
    private readonly StreamReader reader = new(stream);

    /// <summary>Waits for the next event.</summary>
    public async Task<(string Evenement, string Donnees)> SuivantAsync()
    {
        var (name, data) = ("", "");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.Length == 0 && name.Length > 0)
            {
                return (name, data);
            }

            name = line.StartsWith("event: ", StringComparison.Ordinal) ? line["event: ".Length..] : name;
            data = line.StartsWith("data: ", StringComparison.Ordinal) ? line["data: ".Length..] : data;
        }

        throw new EndOfStreamException("The page was told nothing more.");
    }

    public void Dispose() => reader.Dispose();
}
