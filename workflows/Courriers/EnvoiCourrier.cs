namespace FranceTravail.Parcours.Workflows.Courriers;

/// <summary>A letter or message to be written and sent.</summary>
public sealed record EnvoiCourrier
{
    /// <summary>Code of its <see cref="ModeleCourrier"/>.</summary>
    public required string Modele { get; init; }

    /// <summary>What people call it.</summary>
    public required string Libelle { get; init; }

    public CanalCourrier Canal { get; init; } = CanalCourrier.Message;

    /// <summary>What the text needs besides the identity that the case store knows.</summary>
    public IReadOnlyDictionary<string, string> Donnees { get; init; } = new Dictionary<string, string>();
}
