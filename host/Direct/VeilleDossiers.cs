using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Host.Direct;

/// <summary>Follows the case store, whichever process writes it, and wakes the open pages that a change concerns; no others.</summary>
internal sealed class VeilleDossiers(FournisseurDossiers store, ILogger<VeilleDossiers> logger) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly Dictionary<string, HashSet<Ecoute>> listeners = new(StringComparer.Ordinal);

    /// <summary>Begins to listen for <paramref name="sujets"/>, until disposed.</summary>
    public Ecoute Ecouter(IReadOnlyList<string> sujets)
    {
        var ecoute = new Ecoute(sujets, store, Finir);
        lock (gate)
        {
            foreach (var sujet in sujets)
            {
                (listeners.TryGetValue(sujet, out var others) ? others : listeners[sujet] = []).Add(ecoute);
            }
        }

        return ecoute;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rest = Shortest;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await store.SuivreAsync(
                    changes =>
                    {
                        rest = Shortest;
                        Prevenir(changes);
                    },
                    stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // Pages stay as they are until the store is back; then each looks whether it missed something.
                logger.LogWarning(error, "The case store cannot be followed ({Reason}); tried again in {Rest}", store.MotifDe(error)?.ToString() ?? error.GetType().Name, rest);
                await Task.Delay(rest, stoppingToken);
                rest = rest * 2 < Longest ? rest * 2 : Longest;
            }
        }
    }

    private void Prevenir(IReadOnlyList<VersionSujet>? changes)
    {
        lock (gate)
        {
            if (changes is null)
            {
                foreach (var ecoute in listeners.Values.SelectMany(e => e).Distinct())
                {
                    ecoute.Relire();
                }

                return;
            }

            foreach (var change in changes)
            {
                foreach (var ecoute in listeners.GetValueOrDefault(change.Sujet) ?? [])
                {
                    ecoute.Dire(change);
                }
            }
        }
    }

    private void Finir(Ecoute ecoute)
    {
        lock (gate)
        {
            foreach (var sujet in ecoute.Sujets)
            {
                if (listeners.TryGetValue(sujet, out var others) && others.Remove(ecoute) && others.Count == 0)
                {
                    listeners.Remove(sujet);
                }
            }
        }
    }
}
