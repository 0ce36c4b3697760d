using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers;

/// <summary>
/// SIGKILL at ever later moments of the preparation of the store, until one start outlives it: the next start always works. Each moment is
/// a process, so that every fifth hundredth of a second is tried; <c>PARCOURS_COUPURES=toutes</c> tries every one, in five minutes.
/// </summary>
public sealed class When_a_start_is_killed
{
    private static readonly TimeSpan Pas = TimeSpan.FromMilliseconds(Environment.GetEnvironmentVariable("PARCOURS_COUPURES") == "toutes" ? 10 : 50);

    /// <summary>So late that no machine is still preparing: a start that is, hangs.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Theory, SurChaqueMagasin]
    public async Task Should_start_the_next_time_after_the_first_start(Magasin magasin)
    {
        var kills = 0;
        for (var after = TimeSpan.Zero; ; after += Pas, kills++)
        {
            Assert.True(after < Longest, "a first start is never done");
            await using var dossier = await DossierDeDonnees.VideAsync(magasin);
            if (!await TuerAsync(dossier, after))
            {
                break;
            }

            await RepartAsync(dossier, personnes: 0);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{kills} first starts killed");
        Assert.True(kills > 0, "no start was killed");
    }

    /// <summary>The store of a program before this one: in use, and without what this one adds.</summary>
    [Theory, SurChaqueMagasin]
    public async Task Should_start_the_next_time_after_a_change_of_the_schema(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche());
        var kills = 0;
        for (var after = TimeSpan.Zero; await VieillirEtTuerAsync(dossier, after); after += Pas, kills++)
        {
            Assert.True(after < Longest, "a change of the schema is never done");
            await RepartAsync(dossier, personnes: 1);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{kills} changes of the schema killed");
        Assert.True(kills > 0, "no start was killed");
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
