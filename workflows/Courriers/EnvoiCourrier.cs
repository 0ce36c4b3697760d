using FranceTravail.Parcours.Workflows.Parcours.Demandes;

namespace FranceTravail.Parcours.Workflows.Courriers;

public sealed record EnvoiCourrier : Demande
{
    /// <summary>Template of the letter: one of <see cref="ModelesCourrier"/>.</summary>
    public required string Modele { get; init; }

    public CanalCourrier Canal { get; init; } = CanalCourrier.Message;

    /// <summary>What the template needs besides the identity that the case store knows; see <see cref="ModelesCourrier"/>.</summary>
    public IReadOnlyDictionary<string, string> Donnees { get; init; } = new Dictionary<string, string>();
}
