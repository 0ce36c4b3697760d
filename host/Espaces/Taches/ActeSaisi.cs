using FranceTravail.Parcours.Host.Inscriptions;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>An act that was posted and not accepted: what the task's page shows again, with what is wrong beside each field.</summary>
internal sealed class ActeSaisi
{
    public string? Geste { get; set; }

    /// <summary>Kept when the outcome is not known, so that sending again cannot count twice; null for a new one.</summary>
    public string? Cle { get; set; }

    public string? Retour { get; set; }

    public string? Refus { get; set; }

    public IReadOnlyDictionary<string, string> Valeurs { get; set; } = new Dictionary<string, string>();

    public IReadOnlyList<ErreurChamp> Erreurs { get; set; } = [];
}
