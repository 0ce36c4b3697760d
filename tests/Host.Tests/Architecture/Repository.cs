using System.Xml.Linq;

namespace FranceTravail.Parcours.Host.Tests.Architecture;

/// <summary>The project files of the repository that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Every project by name, and where its file lies relative to the root.</summary>
    public static IReadOnlyDictionary<string, string> Projects { get; } = Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path))
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path));

    public static IReadOnlyList<string> ProjectsReferredToBy(string project) =>
        Items(project, "ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/'))).ToList();

    public static IReadOnlyList<string> PackagesOf(string project) => Items(project, "PackageReference").ToList();

    public static bool IsTest(string project) => Projects[project].StartsWith("tests", StringComparison.Ordinal);

    private static IEnumerable<string> Items(string project, string name) =>
        XDocument.Load(Path.Combine(Root, Projects[project])).Descendants(name).Select(item => item.Attribute("Include")!.Value);

    private static string FindRoot(string directory) =>
        File.Exists(Path.Combine(directory, "FranceTravail.Parcours.sln"))
            ? directory
            : FindRoot(Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("The tests do not run inside the repository."));
}
