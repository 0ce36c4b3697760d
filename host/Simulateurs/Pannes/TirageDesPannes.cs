using System.Collections.Concurrent;
using System.Text.Json;

namespace FranceTravail.Parcours.Host.Simulateurs.Pannes;

/// <summary>Decides, call by call, how a partner fails: from the seed, the call and its rank, so that a run can be played again.</summary>
internal sealed class TirageDesPannes(SimulateursStore store, SimulateursOptions options)
{
    private readonly ConcurrentDictionary<string, int> rangs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Reglage> reglages = new(StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, Reglage>> LireAsync(CancellationToken cancellationToken)
    {
        foreach (var partenaire in TousLesSimulateurs.Liste.Select(s => s.Nom))
        {
            await LireAsync(partenaire, cancellationToken);
        }

        return reglages;
    }

    public async Task EcrireAsync(IReadOnlyDictionary<string, Reglage> reglages, CancellationToken cancellationToken)
    {
        await store.WriteAsync(
            sql => reglages.Sum(r => sql.Execute(
                "INSERT INTO reglages VALUES ($1, $2) ON CONFLICT DO UPDATE SET reglage = $2", r.Key, JsonSerializer.Serialize(r.Value))),
            cancellationToken);
        foreach (var (partenaire, reglage) in reglages)
        {
            this.reglages[partenaire] = reglage;
        }
    }

    /// <summary>The fate of one call; <paramref name="appel"/> names it (its key, or its address when it only reads).</summary>
    public async Task<Sort> TirerAsync(string partenaire, string appel, CancellationToken cancellationToken)
    {
        var reglage = await LireAsync(partenaire, cancellationToken);
        var rang = rangs.AddOrUpdate($"{partenaire}\n{appel}", 1, (_, n) => n + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Sort(
            TimeSpan.FromMilliseconds(reglage.LatenceMs),
            Hasard.Tirer(options.Graine, "erreur", partenaire, appel, rang) < reglage.TauxErreur,
            Hasard.Tirer(options.Graine, "perdue", partenaire, appel, rang) < reglage.TauxReponsePerdue);
    }

    private async ValueTask<Reglage> LireAsync(string partenaire, CancellationToken cancellationToken)
    {
        if (!this.reglages.TryGetValue(partenaire, out var reglage))
        {
            var stored = await store.WriteAsync(
                sql => sql.Query("SELECT reglage FROM reglages WHERE partenaire = $1", r => r.GetString(0), partenaire), cancellationToken);
            reglage = this.reglages[partenaire] = stored is [var json] ? JsonSerializer.Deserialize<Reglage>(json)! : new Reglage();
        }

        return reglage;
    }
}
