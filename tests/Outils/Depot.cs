namespace FranceTravail.Parcours.Outils;

/// <summary>The repository that these tests were built from.</summary>
internal static class Depot
{
    public static string Racine { get; } = Trouver(AppContext.BaseDirectory);

    private static string Trouver(string directory) =>
        File.Exists(Path.Combine(directory, "FranceTravail.Parcours.sln"))
            ? directory
            : Trouver(Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("The tests do not run inside the repository."));
}
