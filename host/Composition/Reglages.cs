using System.Net;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Communes;
using Serilog;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// Every setting that the program reads (<c>appsettings.json</c>, environment), and what each must be: the one place that refuses a wrong one,
/// before anything is opened. What the command line says is held against the same.
/// </summary>
internal static class Reglages
{
    public static readonly Reglage Pages = new("Urls", $"une adresse http de cette machine, sans chemin, comme {HostSettings.DefaultUrl}", EstUneAdresseDePages);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Reglage> Tous =
    [
        new("Temporal:Address", "l’adresse d’un moteur sans http, comme 127.0.0.1:7233", v => EngineEndpoint.Faute(v) is null),
        new("Temporal:Namespace", "un nom sans espace, comme default", v => !v.Any(char.IsWhiteSpace)) { PeutEtreVide = false },
        new("Dossiers:PostgreSql", "une chaîne de connexion, comme Host=127.0.0.1;Database=parcours;Username=parcours", FournisseurDossiers.EstUneConnexion) { Secret = true },
        new("Partenaires:Address", "une adresse http, comme http://partenaires.exemple:8080", EstUneAdresseHttp),
        new("Simulateurs:Address", $"une adresse IP de cette machine seule et un port, comme {HostSettings.DefaultSimulateursAddress} : on y entre sans se nommer", EstUnPortDIci),
        new("Calendrier:CommunesVendrediSaint", "des codes INSEE de communes de Moselle ou d’Alsace, séparés par des virgules, comme 67482,68066", v => Codes(v).All(EstEnAlsaceMoselle)),
        new("Competence:Fichier", "un fichier CSV d’autorités, qui existe", File.Exists),
        new("OTEL_EXPORTER_OTLP_ENDPOINT", "l’adresse http d’un collecteur, comme http://127.0.0.1:4317", EstUneAdresseHttp),
        Pages,
    ];

    /// <summary>Of the web server beneath: they would open other addresses than the one of the pages, or answer in another language.</summary>
    private static readonly string[] DuServeur = ["Kestrel", "AllowedHosts"];

    /// <exception cref="StartupRefusal">One of them is wrong, or misspelt: it is named, with its value and what is expected.</exception>
    public static void Verifier(IConfiguration settings)
    {
        if (Inconnus(settings).FirstOrDefault() is { } inconnu)
        {
            throw new StartupRefusal(inconnu);
        }

        if (Tous.Select(r => r.Faute(settings[r.Nom])).FirstOrDefault(f => f is not null) is { } faute)
        {
            throw new StartupRefusal(faute);
        }

        try
        {
            _ = new LoggerConfiguration().ReadFrom.Configuration(settings);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or FormatException)
        {
            throw new StartupRefusal($"Un réglage de la section Serilog n’est pas compris : il faut des niveaux comme Information ou Warning ({error.Message})", error);
        }
    }

    /// <summary>What somebody set in vain.</summary>
    private static IEnumerable<string> Inconnus(IConfiguration settings)
    {
        foreach (var nom in DuServeur.Where(n => settings.GetSection(n).Exists()))
        {
            yield return $"Le réglage {nom} n’est pas de ce programme : il faut donner l’adresse des pages par {Pages.Nom}, ou par --url.";
        }

        foreach (var section in Tous.Where(r => r.Nom.Contains(':', StringComparison.Ordinal)).ToLookup(r => r.Nom.Split(':')[0]))
        {
            foreach (var cle in settings.GetSection(section.Key).AsEnumerable().Where(c => c.Value is not null && c.Key != section.Key && !section.Any(r => r.Nom.Equals(c.Key, StringComparison.OrdinalIgnoreCase))))
            {
                yield return $"Le réglage {cle.Key} n’est pas connu : il faut {string.Join(" ou ", section.Select(r => r.Nom))}.";
            }
        }
    }

    /// <summary>The codes of a list.</summary>
    public static string[] Codes(string? liste) => (liste ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A name that is not « localhost » would have the pages listen everywhere.</summary>
    private static bool EstUneAdresseDePages(string valeur) =>
        EstUneAdresseHttp(valeur) && new Uri(valeur) is { Scheme: "http", AbsolutePath: "/" } uri && (uri.Host is "localhost" || IPAddress.TryParse(uri.Host.Trim('[', ']'), out _));

    private static bool EstUneAdresseHttp(string valeur) =>
        Uri.TryCreate(valeur, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Host.Length: > 0, Query: "", Fragment: "", UserInfo: "" };

    private static bool EstUnPortDIci(string valeur) =>
        IPEndPoint.TryParse(valeur, out var adresse) && IPAddress.IsLoopback(adresse.Address) && valeur.EndsWith($":{adresse.Port}", StringComparison.Ordinal);

    private static bool EstEnAlsaceMoselle(string code) => code.Length == 5 && code[..2] is "57" or "67" or "68" && CodeGeographique.Trouver(code, null) is not null;
}
