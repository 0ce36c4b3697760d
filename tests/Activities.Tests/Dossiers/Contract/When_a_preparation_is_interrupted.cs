using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers.Contract;

/// <summary>Whatever statement a start stops at, the next one goes on, says so, and ends with the same store.</summary>
public sealed class When_a_preparation_is_interrupted
{
    [Theory, SurChaqueMagasin]
    public async Task Should_be_taken_up_by_the_next_start(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.VideAsync(magasin);
        var temoin = Path.Combine(dossier.Chemin, "dossiers.preparation");
        var (cuts, takenUp) = (0, 0);
        for (; await CouperAsync(dossier, cuts + 1); cuts++)
        {
            await using var db = dossier.Ouvrir();
            var whole = (await db.Database.GetAppliedMigrationsAsync()).Any();
            Assert.Equal(whole ? Conseillers.Initiaux.Count : 0, whole ? await db.Conseillers.CountAsync() : 0);
            takenUp += dossier.Annonces.Exists(a => a.Contains("elle est reprise", StringComparison.Ordinal)) ? 1 : 0;
            dossier.Annonces.Clear();
        }

        Assert.True(cuts >= 8, $"only {cuts} statements to cut at");
        Assert.InRange(takenUp, 3, cuts);
        Assert.False(File.Exists(temoin));
        dossier.Annonces.Clear();
        await dossier.PreparerAsync();
        Assert.Empty(dossier.Annonces);
    }

    /// <summary>Starts, and cuts at a rank; false when there was nothing left to cut.</summary>
    private static async Task<bool> CouperAsync(DossierDeDonnees dossier, int rank)
    {
        using var store = FournisseurDossiers.De(dossier.Options, NullLoggerFactory.Instance, [new Coupure(rank)]);
        try
        {
            await new BaseDossiers(store, dossier.Options, TimeProvider.System, NullLogger<BaseDossiers>.Instance).PreparerAsync(dossier.Annonces, default);
            return false;
        }
        catch (Exception error) when (error.GetBaseException() is Coupure.CoupureException)
        {
            return true;
        }
    }
}
