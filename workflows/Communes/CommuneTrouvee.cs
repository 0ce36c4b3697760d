namespace FranceTravail.Parcours.Workflows.Communes;

/// <summary>What a code leads to: a commune, and how, where the code is not the commune's own.</summary>
/// <param name="Commune">The commune on the day that was asked.</param>
/// <param name="Rattachement">Null when the code is that of the commune itself.</param>
public sealed record CommuneTrouvee(Commune Commune, Rattachement? Rattachement = null)
{
    /// <summary>The successor named, a French sentence; null when the code is that of the commune itself.</summary>
    public string? Precision => Rattachement?.Dire(Commune);
}
