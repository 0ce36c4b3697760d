namespace FranceTravail.Parcours.Host.Simulateurs.Pannes;

/// <summary>What happens to one call.</summary>
internal sealed record Sort(TimeSpan Latence, bool EnErreur, bool ReponsePerdue);
