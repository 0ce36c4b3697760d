using FranceTravail.Parcours.Activities.Decisions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using Microsoft.EntityFrameworkCore;
using Temporalio.Testing;
using static FranceTravail.Parcours.Activities.Tests.Dossiers.Decisions;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers;

/// <summary>A journey tries its decision again for ever: an operator must see that it waits, and no longer once it goes on.</summary>
public sealed class When_a_decision_fails_at_each_try
{
    [Theory, SurChaqueMagasin]
    public async Task Should_be_said_from_the_third_on_until_one_succeeds(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche());
        foreach (var essai in new[] { 1, 2 })
        {
            await Assert.ThrowsAnyAsync<Exception>(() => EssayerAsync(dossier, essai));
            Assert.Empty(await EchecsAsync(dossier));
        }

        await Assert.ThrowsAnyAsync<Exception>(() => EssayerAsync(dossier, 3));
        var dit = Assert.Single(await EchecsAsync(dossier));
        Assert.Equal((Echec.DecisionImpossible, "d1", 3), (dit.Service, dit.DossierId, dit.Essais));
        Assert.Equal("La décision n° 1 du fil « accompagnement » échoue à chaque essai (ModeleInconnu), et le parcours l’attend ; le détail est dans le journal.", dit.Motif);
        await Assert.ThrowsAnyAsync<Exception>(() => EssayerAsync(dossier, 4));
        Assert.Equal(4, Assert.Single(await EchecsAsync(dossier)).Essais);

        await dossier.EcrireAsync(LeModele());
        await EssayerAsync(dossier, 1);
        Assert.Empty(await EchecsAsync(dossier));
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_be_said_of_a_dossier_that_the_store_does_not_hold_by_the_type_of_the_failure(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await Assert.ThrowsAnyAsync<Exception>(() => EssayerAsync(dossier, 3));
        Assert.Contains($"({DossierInconnu.Type})", Assert.Single(await EchecsAsync(dossier)).Motif);
    }

    [Theory]
    [InlineData(MotifDossiers.Occupee, false)]
    [InlineData(MotifDossiers.LienRompu, true)]
    public async Task Should_not_be_said_while_the_whole_store_does_not_answer(MotifDossiers motif, bool dit) =>
        Assert.Equal(dit, await Environnement(3).RunAsync(() => Task.FromResult(DecisionsImpossibles.Dure(new DossiersException(motif, "essai")))));

    private static Task<Decision> EssayerAsync(DossierDeDonnees dossier, int essai) => Environnement(essai).RunAsync(() => DeciderAsync(dossier, Debut()));

    private static ActivityEnvironment Environnement(int essai) => new() { Info = ActivityEnvironment.DefaultInfo with { Attempt = essai } };

    private static async Task<List<Echec>> EchecsAsync(DossierDeDonnees dossier)
    {
        await using var db = dossier.Ouvrir();
        return await db.Echecs.AsNoTracking().ToListAsync();
    }
}
