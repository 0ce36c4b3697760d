using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

/// <summary>The C# files of the repository that these tests were built from, without their comments.</summary>
internal static partial class SourcesEtapes
{
    public static string Racine { get; } = Trouver(AppContext.BaseDirectory);

    /// <summary>Path under the root, with slashes → lines without comments.</summary>
    public static IEnumerable<(string Fichier, int Ligne, string Texte)> Lignes(string sous, string motif = "*.cs") =>
        Directory.EnumerateFiles(Path.Combine(Racine, sous), motif, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Racine, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(f => File.ReadLines(Path.Combine(Racine, f)).Select((texte, i) => (f, i + 1, Commentaire().Replace(texte, ""))));

    private static string Trouver(string dossier) =>
        File.Exists(Path.Combine(dossier, "FranceTravail.Parcours.sln"))
            ? dossier
            : Trouver(Path.GetDirectoryName(dossier) ?? throw new DirectoryNotFoundException("The tests do not run inside the repository."));

    [GeneratedRegex(@"(?<![:""])//.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Commentaire();
}
