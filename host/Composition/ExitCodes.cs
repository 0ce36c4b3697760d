namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Exit codes of every command.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Refusal = 1;
    public const int Usage = 2;

    /// <summary>The program ran, and could not go on.</summary>
    public const int Fatal = 3;
}
