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

    public static bool Connait(string nom) => Liste.Any(s => s.Nom == nom);
}
