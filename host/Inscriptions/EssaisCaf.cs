using System.Threading.RateLimiting;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>
/// Bounds how often somebody may name a CAF number with an identity that is not its own: by number, so that nobody finds a birth date, and by
/// origin, so that nobody finds a number. In real time, whatever a virtual clock says.
/// </summary>
internal sealed class EssaisCaf : IDisposable
{
    public const int ParNumero = 5;
    public const int ParOrigine = 30;

    private readonly PartitionedRateLimiter<string> numeros = Limite(ParNumero);
    private readonly PartitionedRateLimiter<string> origines = Limite(ParOrigine);

    public void Dispose()
    {
        numeros.Dispose();
        origines.Dispose();
    }

    /// <summary>Whether one more may be tried.</summary>
    public bool Permis(string origine, string numero) => Reste(numeros, numero) && Reste(origines, origine);

    /// <summary>One was tried in vain.</summary>
    public void Manque(string origine, string numero)
    {
        numeros.AttemptAcquire(numero).Dispose();
        origines.AttemptAcquire(origine).Dispose();
    }

    private static bool Reste(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key, permitCount: 0);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Limite(int most) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = most, Window = TimeSpan.FromHours(1), QueueLimit = 0 }));
}
