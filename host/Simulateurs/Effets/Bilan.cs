namespace FranceTravail.Parcours.Host.Simulateurs.Effets;

/// <summary>All that the partners did.</summary>
/// <param name="Cles">By key: how often it was seen, how many effects it had (0 or 1).</param>
/// <param name="Dossiers">By dossier and operation: how many distinct keys had an effect.</param>
public sealed record Bilan(IReadOnlyList<EffetParCle> Cles, IReadOnlyList<EffetsParDossier> Dossiers);
