namespace FranceTravail.Parcours.Host.Simulateurs.Pannes;

/// <summary>How badly one partner behaves.</summary>
/// <param name="LatenceMs">Wait before each answer, in milliseconds, 0 to 120 000. It comes after the effect.</param>
/// <param name="TauxErreur">Part of the calls answered 503 before any effect, 0 to 1.</param>
/// <param name="TauxReponsePerdue">Part of the calls whose effect is done but whose answer never comes, 0 to 1.</param>
public sealed record Reglage(int LatenceMs = 0, double TauxErreur = 0, double TauxReponsePerdue = 0)
{
    internal bool EstValide =>
        LatenceMs is >= 0 and <= 120_000 && TauxErreur is >= 0 and <= 1 && TauxReponsePerdue is >= 0 and <= 1;
}
