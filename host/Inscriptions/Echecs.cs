using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>What background services could not do, one dossier at a time: when each is tried again, and what was given up.</summary>
internal sealed class Echecs(IDbContextFactory<DossiersDbContext> contexts)
{
    /// <summary>After so many tries, about two hours, only an operator has it tried again.</summary>
    public const int Renonce = 10;

    private static readonly Duration FirstRest = Duration.FromSeconds(15);

    // Partners and rows are mended in real time, whatever a virtual clock says.
    private static Instant Now => TimeProvider.System.GetUtcNow().ToInstant();

    /// <summary>The dossiers that <paramref name="service"/> leaves alone for now.</summary>
    public async Task<HashSet<string>> EnReposAsync(string service, CancellationToken cancellationToken)
    {
        var now = Now;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Echecs.Where(e => e.Service == service && (e.ProchainEssai == null || e.ProchainEssai > now)).Select(e => e.DossierId).ToHashSetAsync(cancellationToken);
    }

    /// <summary>One more try of <paramref name="service"/> failed. True when it is given up by this.</summary>
    public async Task<bool> NoterAsync(string service, string dossierId, string motif, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Echecs.FindAsync([service, dossierId], cancellationToken);
        row ??= db.Echecs.Add(new() { Service = service, DossierId = dossierId, Essais = 0, Depuis = Now, Motif = motif }).Entity;
        row.Essais++;
        row.Motif = motif;
        row.ProchainEssai = row.Essais < Renonce ? Now + (FirstRest * (1 << (row.Essais - 1))) : null;
        await db.SaveChangesAsync(cancellationToken);
        return row.ProchainEssai is null;
    }

    public async Task<IReadOnlyList<Echec>> TousAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Echecs.AsNoTracking().OrderBy(e => e.Depuis).ToListAsync(cancellationToken);
    }

    /// <summary>What <paramref name="service"/> could not do for a dossier is done, or has no object any more.</summary>
    public async Task OublierAsync(string service, string dossierId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Echecs.Where(e => e.Service == service && e.DossierId == dossierId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Has everything that the program tries by itself tried again at once; how many dossiers there were. What was only found, and is tried by nobody, stays said.</summary>
    /// <param name="constats">Names under which it was found.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<int> ToutReprendreAsync(IReadOnlyCollection<string> constats, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Echecs.Where(e => !constats.Contains(e.Service)).ExecuteDeleteAsync(cancellationToken);
    }
}
