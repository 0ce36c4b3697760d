using System.Globalization;
using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Host.Communes;

/// <summary>All communes, by code and by postal code, read at first use from the committed extract.</summary>
internal sealed class RegistreCommunes
{
    private readonly Lazy<(List<Commune> All, Dictionary<string, Commune> ByCode, ILookup<string, Commune> ByPostalCode)> data = new(Read);

    public IReadOnlyList<Commune> Toutes => data.Value.All;

    public Commune? ParCode(string code) => data.Value.ByCode.GetValueOrDefault(code);

    public IEnumerable<Commune> ParCodePostal(string codePostal) => data.Value.ByPostalCode[codePostal];

    /// <summary>The commune of a postal code whose name is <paramref name="nom"/>, accents, case and hyphens aside.</summary>
    public Commune? Par(string codePostal, string nom)
    {
        var wanted = Plier(nom);
        return ParCodePostal(codePostal).FirstOrDefault(c => Plier(c.Nom) == wanted);
    }

    private static string Plier(string nom)
    {
        var plain = TexteDeRecherche.De(nom);
        return plain.StartsWith("st ", StringComparison.Ordinal) ? $"saint {plain[3..]}"
            : plain.StartsWith("ste ", StringComparison.Ordinal) ? $"sainte {plain[4..]}"
            : plain;
    }

    private static (List<Commune>, Dictionary<string, Commune>, ILookup<string, Commune>) Read()
    {
        using var reader = new StreamReader(typeof(RegistreCommunes).Assembly.GetManifestResourceStream("communes.csv")!);
        var all = new List<Commune>(35_000);
        // Two lines before the data: source with its date, then names of columns.
        reader.ReadLine();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(';');
            all.Add(new(parts[0], parts[1], parts[2].Split(' '), int.Parse(parts[3], CultureInfo.InvariantCulture)));
        }

        return (all, all.ToDictionary(c => c.Code, StringComparer.Ordinal), all.SelectMany(c => c.CodesPostaux.Select(cp => (cp, c))).ToLookup(p => p.cp, p => p.c));
    }
}
