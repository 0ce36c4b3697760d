namespace FranceTravail.Parcours.Host.Imports;

/// <summary>
/// The one door for variable data of a known person. The seam to the journey: what passes here is to become an act of it; today the case store
/// takes it directly.
/// </summary>
internal interface IReceptionDonnees
{
    /// <summary>Takes over <paramref name="donnees"/>; the same again changes nothing.</summary>
    Task RecevoirAsync(string dossierId, DonneesVariables donnees, CancellationToken cancellationToken);
}
