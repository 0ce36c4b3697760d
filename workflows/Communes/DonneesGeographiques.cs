using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Communes;

/// <summary>Reads the committed extract; see <c>Donnees/extraire.mjs</c>.</summary>
internal static class DonneesGeographiques
{
    public static IEnumerable<Commune> Communes() => Lignes("communes.csv").Select(c =>
        new Commune(c[0], c[1], c[2].Split(' '), int.Parse(c[3], CultureInfo.InvariantCulture)) { Epci = Facultatif(c[4]) });

    public static IEnumerable<Rattachement> Rattachements() => Lignes("rattachements.csv").Select(c =>
        new Rattachement(c[0], Facultatif(c[1]), c[2], Jour(c[3]), Enum.Parse<NatureRattachement>(c[4], ignoreCase: true)));

    public static IEnumerable<Departement> Departements() => Lignes("departements.csv").Select(c =>
        new Departement(c[0], c[1], c[3]) { Liaison = Article(c[2]) });

    public static IEnumerable<Region> Regions() => Lignes("regions.csv").Select(c => new Region(c[0], c[1]) { Liaison = Article(c[2]) });

    private static string? Facultatif(string texte) => texte.Length == 0 ? null : texte;

    private static LocalDate? Jour(string texte) => texte.Length == 0 ? null : LocalDatePattern.Iso.Parse(texte).Value;

    private static Liaison Article(string numero) => (Liaison)int.Parse(numero, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Lignes(string nom)
    {
        using var reader = new StreamReader(typeof(DonneesGeographiques).Assembly.GetManifestResourceStream(nom)!);

        // Two lines before the data: the source with its date, then the names of the columns.
        reader.ReadLine();
        reader.ReadLine();
        while (reader.ReadLine() is { } ligne)
        {
            yield return ligne.Split(';');
        }
    }
}
