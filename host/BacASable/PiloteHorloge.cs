using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;
using Temporalio.Api.TestService.V1;
using Temporalio.Client;

namespace FranceTravail.Parcours.Host.BacASable;

/// <summary>Moves the virtual clock of the sandbox's engine, by Temporal's own test service.</summary>
internal sealed class PiloteHorloge(ITemporalClient client, IDbContextFactory<DossiersDbContext> contexts, TimeProvider clock) : IDisposable
{
    /// <summary>The engine unlocks its clock for one move at a time.</summary>
    private readonly SemaphoreSlim turn = new(1);

    public void Dispose() => turn.Dispose();

    /// <summary>Moves by a day.</summary>
    public Task<bool> UnJourAsync(CancellationToken cancellationToken) => AvancerAsync(_ => Task.FromResult<Duration?>(Duration.FromDays(1)), cancellationToken);

    /// <summary>Moves by seven days.</summary>
    public Task<bool> UneSemaineAsync(CancellationToken cancellationToken) => AvancerAsync(_ => Task.FromResult<Duration?>(Duration.FromDays(7)), cancellationToken);

    /// <summary>Moves to the earliest deadline or escalation of an open dossier; false when none is to come.</summary>
    public Task<bool> ProchaineEcheanceAsync(CancellationToken cancellationToken) => AvancerAsync(JusquAProchaineEcheanceAsync, cancellationToken);

    /// <summary>
    /// Timers due on the way fire, and workflows run, before this returns. A move that has begun goes to its end, even when who asked for it has
    /// gone to another page: a week is a week.
    /// </summary>
    private async Task<bool> AvancerAsync(Func<CancellationToken, Task<Duration?>> howFar, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (await howFar(cancellationToken) is not { } duration)
            {
                return false;
            }

            await client.Connection.TestService.UnlockTimeSkippingWithSleepAsync(
                new SleepRequest { Duration = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(duration.ToTimeSpan()) },
                new() { Timeout = TimeSpan.FromMinutes(2) });
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Duration?> JusquAProchaineEcheanceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var task = await db.Taches.Where(t => t.CloseLe == null && t.Echeance > now).MinAsync(t => (Instant?)t.Echeance, cancellationToken);
        var dossier = await db.Dossiers.Where(d => d.Statut == StatutDossier.Ouvert && d.ProchaineEcheance > now).MinAsync(d => d.ProchaineEcheance, cancellationToken);
        var escalation = await db.Taches.Where(t => t.CloseLe == null && !t.Escaladee && t.EscaladeLe > now).MinAsync(t => t.EscaladeLe, cancellationToken);
        return new[] { task, dossier, escalation }.Min() is { } next ? next - now : null;
    }
}
