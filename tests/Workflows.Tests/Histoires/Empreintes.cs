using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace FranceTravail.Parcours.Workflows.Tests.Histoires;

/// <summary>Fingerprints of what decides: each step, what steps share, the interpreter, the workflow. A recording holds those under which it was made.</summary>
internal static class Empreintes
{
    /// <summary>The era of today: a new one begins when journeys of the old one are out in the world.</summary>
    public const string Ere = "2026-11";

    /// <summary>Folder → SHA-256 of its sources, white space apart.</summary>
    public static SortedDictionary<string, string> Actuelles()
    {
        var racine = Path.Combine(Ici(), "..", "..", "..", "workflows");
        var etapes = Directory.GetDirectories(Path.Combine(racine, "Etapes"));
        string[] autres = [Path.Combine(racine, "Orientation"), Path.Combine(racine, "Parcours"), Path.Combine(racine, "Taches")];
        var empreintes = etapes.Concat(autres).ToDictionary(d => Path.GetRelativePath(racine, d).Replace('\\', '/'), d => Empreinte(d, SearchOption.AllDirectories));
        empreintes["Etapes"] = Empreinte(Path.Combine(racine, "Etapes"), SearchOption.TopDirectoryOnly);
        return new SortedDictionary<string, string>(empreintes, StringComparer.Ordinal);
    }

    private static string Empreinte(string dossier, SearchOption jusquOu)
    {
        var sources = Directory.GetFiles(dossier, "*.cs", jusquOu).Order(StringComparer.Ordinal)
            .Select(f => string.Concat(File.ReadAllText(f).Where(c => !char.IsWhiteSpace(c))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', sources))))[..16];
    }

    private static string Ici([CallerFilePath] string fichier = "") => Path.GetDirectoryName(fichier)!;
}
