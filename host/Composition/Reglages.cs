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

    /// <summary>Of the levels of the log, which are read by their own library.</summary>
    private const string Niveaux = "Serilog:MinimumLevel";

    /// <summary>So many letters apart, it is one of ours that was misspelt; no variable that systems and tools set is so near.</summary>
    private const int FautesDeFrappe = 2;

    /// <summary>The names by the section that they are in.</summary>
    private static readonly ILookup<string, string> Sections =
        Tous.Select(r => r.Nom).Where(n => n.Contains(':', StringComparison.Ordinal)).Append(Niveaux).ToLookup(n => n.Split(':')[0], StringComparer.OrdinalIgnoreCase);

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

        foreach (var section in Sections)
        {
            if (settings[section.Key] is { Length: > 0 })
            {
                // It may hold a password: it is not said.
                yield return $"Le réglage {section.Key} n’a pas de valeur à lui seul : il faut {Ou(section)}.";
            }

            foreach (var cle in section.Contains(Niveaux) ? [] : settings.GetSection(section.Key).AsEnumerable().Where(c => c.Value is not null && c.Key != section.Key && !section.Any(n => Egal(n, c.Key))))
            {
                yield return $"Le réglage {cle.Key} n’est pas connu : il faut {Ou(section)}.";
            }
        }

        foreach (var cle in settings.GetChildren().Where(c => c.AsEnumerable().Any(v => v.Value is not null)).Select(c => c.Key))
        {
            if (Attendus(cle) is { Length: > 0 } attendus)
            {
                yield return $"Le réglage {cle} n’est pas connu : il faut {Ou(attendus)}.";
            }
        }
    }

    /// <summary>What somebody meant who wrote <paramref name="cle"/> at the top: a section misspelt, or one underscore where two are wanted. Empty for what is none of ours.</summary>
    private static string[] Attendus(string cle)
    {
        // « TEMPORAL_ADDRESS » is a variable of Temporal's own tools, which may well be set beside us.
        if (Tous.FirstOrDefault(r => Egal(r.Nom.Replace(':', '_'), cle) && !Egal(r.Nom, cle) && !r.Nom.StartsWith("Temporal:", StringComparison.Ordinal)) is { } presque)
        {
            return [presque.Nom];
        }

        return Sections.Any(s => Egal(s.Key, cle)) ? [] : [.. Sections.Where(s => Ecart.Entre(s.Key, cle) <= FautesDeFrappe).SelectMany(s => s)];
    }

    private static bool Egal(string un, string autre) => un.Equals(autre, StringComparison.OrdinalIgnoreCase);

    private static string Ou(IEnumerable<string> noms) => string.Join(" ou ", noms);

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
