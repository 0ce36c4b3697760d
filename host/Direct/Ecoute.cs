using System.Threading.Channels;
using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Direct;

/// <summary>One open page, and the numbers of the subjects that it shows.</summary>
internal sealed class Ecoute(IReadOnlyList<string> sujets, IDbContextFactory<DossiersDbContext> contexts, Action<Ecoute> finir) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> numeros = [];
    private readonly Channel<bool> reveil = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private bool aRelire = true;

    public IReadOnlyList<string> Sujets => sujets;

    /// <summary>A subject got a greater number.</summary>
    public void Dire(VersionSujet version)
    {
        Retenir(version);
        reveil.Writer.TryWrite(true);
    }

    /// <summary>Some numbers may have been missed.</summary>
    public void Relire()
    {
        lock (gate)
        {
            aRelire = true;
        }

        reveil.Writer.TryWrite(true);
    }

    /// <summary>Waits until something was said; several changes may come as one.</summary>
    public async Task AttendreAsync(CancellationToken cancellationToken) => await reveil.Reader.ReadAsync(cancellationToken);

    /// <summary>A text that differs when what the page shows has changed, also after the connection was lost and made again.</summary>
    public async Task<string> EtatAsync(CancellationToken cancellationToken)
    {
        bool lire;
        lock (gate)
        {
            (lire, aRelire) = (aRelire, false);
        }

        if (lire)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            foreach (var version in await db.VersionsSujets.AsNoTracking().Where(v => sujets.Contains(v.Sujet)).ToListAsync(cancellationToken))
            {
                Retenir(version);
            }
        }

        lock (gate)
        {
            return EtatDirect.Dire(sujets, numeros);
        }
    }

    public void Dispose() => finir(this);

    private void Retenir(VersionSujet version)
    {
        lock (gate)
        {
            numeros[version.Sujet] = Math.Max(version.Numero, numeros.GetValueOrDefault(version.Sujet));
        }
    }
}
