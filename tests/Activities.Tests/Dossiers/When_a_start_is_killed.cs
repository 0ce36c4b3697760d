using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers;

/// <summary>
/// SIGKILL at ever later moments of the preparation of the store, until one start outlives it: the next start always works. Each moment is
/// two starts, so that one hundredth of a second in forty is tried, others each time; <c>PARCOURS_COUPURES=toutes</c> tries every one.
/// </summary>
public sealed class When_a_start_is_killed
{
    private static readonly TimeSpan Centieme = TimeSpan.FromMilliseconds(10);

    private static readonly int Pas = Environment.GetEnvironmentVariable("PARCOURS_COUPURES") == "toutes" ? 1 : 40;

    /// <summary>So late that no machine is still preparing: a start that is, hangs.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Theory, SurChaqueMagasin]
    public Task Should_start_the_next_time_after_the_first_start(Magasin magasin) => TuerDePlusEnPlusTardAsync(async after =>
    {
        await using var dossier = await DossierDeDonnees.VideAsync(magasin);
        var killed = await TuerAsync(dossier, after);
        await RepartAsync(dossier, personnes: 0);
        return killed;
    });

    /// <summary>The store of a program before this one: in use, and without what this one adds.</summary>
    [Theory, SurChaqueMagasin]
    public async Task Should_start_the_next_time_after_a_change_of_the_schema(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche());
        await TuerDePlusEnPlusTardAsync(async after =>
        {
            var killed = await VieillirEtTuerAsync(dossier, after);
            await RepartAsync(dossier, personnes: 1);
            return killed;
        });
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_say_that_it_takes_up_what_was_interrupted_and_serve_pages(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.VideAsync(magasin);
        Assert.True(await TuerAsync(dossier, TimeSpan.Zero));
        using var next = new Demarrage(dossier);
        var said = await next.ServirAsync();
        Assert.Contains("Le démarrage précédent a été interrompu", said);
        Assert.Contains("La base des dossiers est prête.", said);
    }

    /// <param name="unDemarrage">One start killed that long after it began to prepare the store; false when it had done so.</param>
    private static async Task TuerDePlusEnPlusTardAsync(Func<TimeSpan, Task<bool>> unDemarrage)
    {
        var after = TimeSpan.Zero;
        for (var kills = 0; ; kills++)
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"killed after {after.TotalMilliseconds} ms");
            if (!await unDemarrage(after))
            {
                Assert.True(kills > 0, "no start was killed");
                return;
            }

            after += (kills == 0 ? Random.Shared.Next(1, Pas + 1) : Pas) * Centieme;
            Assert.True(after < Longest, "the store is never prepared");
        }
    }

    private static async Task<bool> TuerAsync(DossierDeDonnees dossier, TimeSpan after)
    {
        using var start = new Demarrage(dossier);
        return await start.TuerAsync(after);
    }

    private static async Task<bool> VieillirEtTuerAsync(DossierDeDonnees dossier, TimeSpan after)
    {
        await using (var db = dossier.Ouvrir())
        {
            foreach (var objet in dossier.Magasin.Objets.Keys)
            {
                var table = objet.StartsWith("modeles", StringComparison.OrdinalIgnoreCase) ? "Modeles" : "Faits";
                var drop = dossier.Options.PostgreSql is null ? $"DROP TRIGGER {objet}" : $"DROP TRIGGER {objet} ON \"{table}\"";
                await db.Database.ExecuteSqlRawAsync(drop);
            }
        }

        return await TuerAsync(dossier, after);
    }

    private static async Task RepartAsync(DossierDeDonnees dossier, int personnes)
    {
        var next = new DossierDeDonnees(dossier.Chemin, null, dossier.Options.PostgreSql);
        await next.PreparerAsync();
        await using (var db = next.Ouvrir())
        {
            Assert.Equal((Conseillers.Initiaux.Count, personnes), (await db.Conseillers.CountAsync(), await db.Dossiers.CountAsync()));
            Assert.Subset((await next.Magasin.ObjetsPresentsAsync(db, default)).ToHashSet(), next.Magasin.Objets.Keys.ToHashSet());
        }

        await next.FermerAsync();
    }
}
