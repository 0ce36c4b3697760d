using System.Collections.Frozen;
using System.Globalization;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Communes;

/// <summary>
/// The official geographic code of INSEE: communes, municipal arrondissements, delegated and former communes with their
/// successors, départements, régions. Read at first use from the committed extract, the same on every machine.
/// </summary>
public static class CodeGeographique
{
    private static readonly Lazy<FrozenDictionary<string, Commune>> ParCode =
        new(() => DonneesGeographiques.Communes().ToFrozenDictionary(c => c.Code, StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, Rattachement>> Anciens =
        new(() => DonneesGeographiques.Rattachements().ToFrozenDictionary(r => r.Code, StringComparer.Ordinal));

    private static readonly Lazy<ILookup<string, Commune>> CodesPostaux =
        new(() => Communes.SelectMany(c => c.CodesPostaux.Select(postal => (postal, c))).ToLookup(p => p.postal, p => p.c, StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, Departement>> LesDepartements =
        new(() => DonneesGeographiques.Departements().ToFrozenDictionary(d => d.Code, StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, Region>> LesRegions =
        new(() => DonneesGeographiques.Regions().ToFrozenDictionary(r => r.Code, StringComparer.Ordinal));

    /// <summary>The communes of today, in the order of their codes.</summary>
    public static IEnumerable<Commune> Communes => ParCode.Value.Values.OrderBy(c => c.Code, StringComparer.Ordinal);

    /// <summary>Every code that leads to another one.</summary>
    public static IEnumerable<Rattachement> Rattachements => Anciens.Value.Values;

    public static IEnumerable<Departement> Departements => LesDepartements.Value.Values;

    /// <summary>
    /// The commune of a code, whatever became of it; null when the code never was one, and for a code that was given up before 2021 and is
    /// a postal code elsewhere: who writes 75011 means Paris, not what bore that number until 1968.
    /// </summary>
    /// <param name="code">INSEE code of a commune, of a municipal arrondissement, of a delegated, associated or former commune.</param>
    /// <param name="le">The day that is asked about: a commune that merged later is then still itself. By default, today's code.</param>
    public static CommuneTrouvee? Trouver(string code, LocalDate? le = null)
    {
        if (ParCode.Value.TryGetValue(code, out var commune))
        {
            return new(commune);
        }

        if (!Anciens.Value.TryGetValue(code, out var ancien) || (ancien is { Nature: NatureRattachement.Ancienne, DepuisLe: null } && CodesPostaux.Value.Contains(code)))
        {
            return null;
        }

        var actuelle = ParCode.Value[ancien.Vers];
        return le < ancien.DepuisLe && ancien.Nom is { } nom
            ? new(actuelle with { Code = code, Nom = nom })
            : new(actuelle, ancien);
    }

    /// <summary>The communes of a postal code; none where it is not one.</summary>
    public static IEnumerable<Commune> ParCodePostal(string codePostal) => CodesPostaux.Value[codePostal];

    /// <summary>What to say of a code that <see cref="Trouver"/> does not find: where it is a postal code, of which communes, with their codes.</summary>
    public static string DireInconnu(string code)
    {
        const int nommees = 5;
        List<Commune> communes = [.. ParCodePostal(code)];
        var noms = communes.Take(nommees).Select(c => $"{c.Nom} ({Arrondissement(c, code) ?? c.Code})").ToList();
        return noms.Count == 0 ? $"« {code} » n’est pas le code INSEE d’une commune."
            : $"« {code} » n’est pas le code INSEE d’une commune, mais le code postal de {Francais.Enumerer(communes.Count > nommees ? [.. noms, "d’autres"] : noms)}.";
    }

    /// <summary>« 75056 ; son 11e arrondissement : 75111 »; null where the postal code is not that of an arrondissement.</summary>
    private static string? Arrondissement(Commune commune, string codePostal) =>
        Rattachements.FirstOrDefault(r => r.Nature is NatureRattachement.Arrondissement && r.Vers == commune.Code
            && Numero(r.Nom!) == int.Parse(codePostal[^2..], CultureInfo.InvariantCulture)) is { } arrondissement
            ? $"{commune.Code} ; {arrondissement.Nom} : {arrondissement.Code}" : null;

    /// <summary>Of « Paris 11e Arrondissement ».</summary>
    private static int Numero(string nom) => int.Parse(string.Concat(nom.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    /// <summary>The département that a commune belongs to.</summary>
    public static Departement DepartementDe(Commune commune) => LesDepartements.Value[commune.Departement];

    public static Departement? TrouverDepartement(string code) => LesDepartements.Value.GetValueOrDefault(code);

    /// <summary>The région that a commune belongs to.</summary>
    public static Region RegionDe(Commune commune) => LesRegions.Value[DepartementDe(commune).Region];

    public static Region? TrouverRegion(string code) => LesRegions.Value.GetValueOrDefault(code);
}
