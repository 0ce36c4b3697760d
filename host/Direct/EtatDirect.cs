using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Direct;

/// <summary>
/// How the subjects of a page stand when it begins to read, as its stream will say it: a page that carries it misses nothing that happens
/// between its reading and its stream.
/// </summary>
internal sealed class EtatDirect(IDbContextFactory<DossiersDbContext> contexts)
{
    public Task<string> JourneeAsync(Compte compte) => LireAsync(DeLaJournee(compte));

    public Task<string> DossierAsync(string id) => LireAsync([Sujets.Dossier(id)]);

    public static string[] DeLaJournee(Compte compte)
    {
        string[] own = [Sujets.Conseiller(compte.Id), .. compte.Files.Select(Sujets.File)];
        return compte.Encadrant ? [.. own, Sujets.Encadrement(compte.Territoire)] : own;
    }

    /// <summary>A text that differs when one of the subjects has changed.</summary>
    public static string Dire(IReadOnlyList<string> sujets, IReadOnlyDictionary<string, long> numeros) =>
        string.Join('.', sujets.Select(s => numeros.GetValueOrDefault(s)));

    private async Task<string> LireAsync(IReadOnlyList<string> sujets)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return Dire(sujets, await db.VersionsSujets.AsNoTracking().Where(v => sujets.Contains(v.Sujet)).ToDictionaryAsync(v => v.Sujet, v => v.Numero));
    }
}
