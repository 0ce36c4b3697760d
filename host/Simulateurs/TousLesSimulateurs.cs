namespace FranceTravail.Parcours.Host.Simulateurs;

/// <summary>The partners that are played, by name.</summary>
internal static class TousLesSimulateurs
{
    public static IReadOnlyList<ISimulateur> Liste { get; } =
    [
        .. typeof(ISimulateur).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ISimulateur)))
            .Select(t => (ISimulateur)Activator.CreateInstance(t)!)
            .OrderBy(s => s.Nom, StringComparer.Ordinal),
    ];

    /// <summary>The name as it is written here, whatever its capitals; null for a partner that nobody plays.</summary>
    public static string? Nommer(string nom) => Liste.Select(s => s.Nom).FirstOrDefault(n => string.Equals(n, nom, StringComparison.OrdinalIgnoreCase));
}
