using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;
using Temporalio.Api.TestService.V1;
using Temporalio.Client;

namespace FranceTravail.Parcours.Host.BacASable;

/// <summary>Moves the virtual clock of the sandbox's engine, by Temporal's own test service.</summary>
internal sealed class PiloteHorloge(ITemporalClient client, IDbContextFactory<DossiersDbContext> contexts, TimeProvider clock)
{
    /// <summary>Moves by <paramref name="duration"/>; timers due on the way fire, and workflows run, before this returns.</summary>
    public Task AvancerAsync(Duration duration, CancellationToken cancellationToken) =>
        client.Connection.TestService.UnlockTimeSkippingWithSleepAsync(
            new SleepRequest { Duration = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(duration.ToTimeSpan()) },
            new() { CancellationToken = cancellationToken, Timeout = TimeSpan.FromMinutes(2) });

    /// <summary>How long until the earliest deadline or escalation of an open dossier, or null when none is to come.</summary>
    public async Task<Duration?> JusquAProchaineEcheanceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var task = await db.Taches.Where(t => t.CloseLe == null && t.Echeance > now).MinAsync(t => (Instant?)t.Echeance, cancellationToken);
        var dossier = await db.Dossiers.Where(d => d.Statut == StatutDossier.Ouvert && d.ProchaineEcheance > now).MinAsync(d => d.ProchaineEcheance, cancellationToken);
        var escalation = await db.Taches.Where(t => t.CloseLe == null && !t.Escaladee && t.EscaladeLe > now).MinAsync(t => t.EscaladeLe, cancellationToken);
        return new[] { task, dossier, escalation }.Min() is { } next ? next - now : null;
    }
}
