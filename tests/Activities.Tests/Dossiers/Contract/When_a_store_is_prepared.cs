using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers.Contract;

public sealed class When_a_store_is_prepared
{
    [Theory, SurChaqueMagasin]
    public async Task Should_have_the_schema_of_the_model_and_counsellors_in_each_territory(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await using var db = dossier.Ouvrir();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Equal(Conseillers.Initiaux.Count, await db.Conseillers.CountAsync());
        Assert.Equal(Conseillers.Initiaux.Count(c => c.Encadrant), await db.Conseillers.CountAsync(c => c.Encadrant));
        Assert.Contains("est créée", dossier.Annonces[0]);
        Assert.Equal("La base des dossiers est prête.", dossier.Annonces[1]);
    }

    [Theory, SurChaqueMagasin]
    public async Task When_it_is_there_already_nothing_is_done_nor_said(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche());
        var again = await dossier.RelancerAsync();
        await again.PreparerAsync();
        Assert.Empty(again.Annonces);
        await using var db = again.Ouvrir();
        Assert.Equal(Conseillers.Initiaux.Count, await db.Conseillers.CountAsync());
        Assert.Equal(Instant.FromUtc(2026, 1, 5, 9, 0), (await db.Dossiers.AsNoTracking().SingleAsync()).InscritLe);
        await again.FermerAsync();
    }

    [Theory, SurChaqueMagasin]
    public async Task When_eight_processes_prepare_it_at_once_it_is_made_once(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.VideAsync(magasin);
        var others = Enumerable.Range(0, 8).Select(_ => new DossierDeDonnees(dossier.Chemin, null, dossier.Options.PostgreSql)).ToList();
        await Task.WhenAll(others.Select(o => Task.Run(o.PreparerAsync)));
        Assert.Single(others, o => o.Annonces.Exists(a => a.Contains("est créée", StringComparison.Ordinal)));
        await using (var db = dossier.Ouvrir())
        {
            Assert.Equal(1, await db.Identites.CountAsync());
            Assert.Equal(Conseillers.Initiaux.Count, await db.Conseillers.CountAsync());
        }

        await Task.WhenAll(others.Select(o => o.FermerAsync().AsTask()));
    }

    [Theory, SurChaqueMagasin]
    public async Task When_it_is_a_sandbox_s_real_time_leaves_it_alone_and_the_other_way_round(Magasin magasin)
    {
        foreach (var (first, refusal) in new[] { (true, MotifDossiers.BacASable), (false, MotifDossiers.TempsReel) })
        {
            await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
            var store = dossier.Services.GetRequiredService<BaseDossiers>();
            await store.VouerAsync(first, default);
            Assert.Equal(refusal, (await Assert.ThrowsAsync<DossiersException>(() => store.VouerAsync(!first, default))).Motif);
            await store.VouerAsync(first, default);
        }
    }

    [Theory, SurChaqueMagasin]
    public async Task When_it_is_only_looked_for_nothing_is_made(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.VideAsync(magasin);
        var store = dossier.Services.GetRequiredService<BaseDossiers>();
        Assert.False(await store.EstLaAsync(default));
        Assert.Empty(Directory.GetFiles(dossier.Chemin));
        await dossier.PreparerAsync();
        Assert.True(await store.EstLaAsync(default));
        await using var db = dossier.Ouvrir();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\"");
        Assert.Equal(MotifDossiers.PlusAncienne, (await Assert.ThrowsAsync<DossiersException>(() => store.EstLaAsync(default))).Motif);
    }

    [Theory, SurChaqueMagasin]
    public async Task When_it_comes_from_a_newer_program_it_is_left_alone(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        Assert.Equal(MotifDossiers.PlusRecente, await ApresAsync(dossier, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Futur', '99.0.0')"));
    }

    [Theory, SurChaqueMagasin]
    public async Task When_it_comes_from_a_program_whose_stores_are_no_longer_known_it_is_left_alone(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        Assert.Equal(MotifDossiers.PlusAncienne, await ApresAsync(dossier, "UPDATE \"__EFMigrationsHistory\" SET \"MigrationId\" = '20250101000000_Initial'"));
    }

    [Theory, SurChaqueMagasin]
    public async Task When_another_store_took_its_place_it_is_refused(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        Assert.Equal(MotifDossiers.AutreBase, await ApresAsync(dossier, "UPDATE \"Identites\" SET \"Id\" = 'autre'"));
    }

    [Theory, SurChaqueMagasin]
    public async Task When_the_store_of_the_folder_is_empty_again_it_is_refused_and_not_filled(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.FermerAsync();
        await using var empty = await DossierDeDonnees.VideAsync(magasin);
        File.Copy(Path.Combine(dossier.Chemin, "dossiers.identite"), Path.Combine(empty.Chemin, "dossiers.identite"));
        var refusal = await Assert.ThrowsAsync<DossiersException>(empty.PreparerAsync);
        Assert.Equal(MotifDossiers.Disparue, refusal.Motif);
        Assert.Contains("a disparu", refusal.Message);
        Assert.Empty(empty.Annonces);
    }

    /// <summary>Why the store is refused once a statement has changed it.</summary>
    private static async Task<MotifDossiers> ApresAsync(DossierDeDonnees dossier, string instruction)
    {
        await using (var db = dossier.Ouvrir())
        {
            await db.Database.ExecuteSqlRawAsync(instruction);
        }

        return (await Assert.ThrowsAsync<DossiersException>(dossier.PreparerAsync)).Motif;
    }
}
