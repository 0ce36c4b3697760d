namespace FranceTravail.Parcours.Activities.Partenaires;

/// <summary>
/// A 4xx that is not plainly the partner's own decision: no problem code in it, or a right that may only have lapsed. Gateways, proxies and
/// renewed credentials answer so for a while; the same call may succeed later, and is tried again before somebody is bothered.
/// </summary>
public sealed class PartenaireDouteuxException(string partenaire, int statut) : PartenaireIndisponibleException(partenaire, null)
{
    /// <summary>HTTP status of the answer.</summary>
    public int Statut { get; } = statut;
}
