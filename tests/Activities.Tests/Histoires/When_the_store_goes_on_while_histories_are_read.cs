using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Activities.Tests.Aleas;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using Microsoft.EntityFrameworkCore;
using static FranceTravail.Parcours.Activities.Tests.Exemples;

namespace FranceTravail.Parcours.Activities.Tests.Histoires;

/// <summary>Histories are long and an engine may be slow: meanwhile everybody goes on, and nothing that came since is taken for an error or taken back.</summary>
public sealed class When_the_store_goes_on_while_histories_are_read
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_not_call_lost_the_data_that_were_taken_meanwhile()
    {
        await using var lot = await OuvrirAsync();
        var lecture = new PendantLaLecture(avant: async rang =>
        {
            if (rang == 1)
            {
                var valeurs = new Dictionary<string, string> { [nameof(DonneePersonne.Telephone)] = "06 99 99 99 99" };
                await using var db = lot.Ouvrir();
                db.Add(new DonneesRecues { DossierId = "d1", Id = "r1", Apres = "d1", Valeurs = valeurs, Empreinte = DonneesRecues.EmpreinteDe(valeurs), EnAttente = true, RecuesLe = Maintenant });
                await db.SaveChangesAsync(Stop);
                await AgirAsync(lot, new()
                {
                    Cle = "r1",
                    Acteur = Acteur.Import,
                    Donnees = new() { Reference = "r1", Lesquelles = [DonneePersonne.Telephone], Source = SourceDonnees.Import, RecuesLe = Maintenant },
                });
            }
        });
        var constat = await lot.Service<Verificateur>().VerifierAsync(lecture.Client(lot), "d1", Stop);
        Assert.True(When_anything_is_cut_anywhere.Concorde(constat), string.Join('\n', constat.Ecarts));
        Assert.DoesNotContain(constat.DonneesPerdues, d => d.Contains("r1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_let_others_write_while_a_stream_is_rebuilt()
    {
        await using var lot = await OuvrirAsync();
        await using (var db = lot.Ouvrir())
        {
            await db.Flux.ExecuteUpdateAsync(f => f.SetProperty(x => x.Numero, x => x.Numero + 5), Stop);
        }

        var lecture = new PendantLaLecture(avant: async _ =>
        {
            using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await using var db = lot.Ouvrir();
            await using var ecriture = await Ecriture.CommencerAsync(db, "d2", limite.Token);
        });
        await lot.Service<Reconstructeur>().RebatirToutAsync(lecture.Client(lot), "d1", Stop);
        Assert.Equal(2, lecture.Lectures);
        await using var apres = lot.Ouvrir();
        Assert.Equal(2, (await apres.Flux.SingleAsync(Stop)).Epoque);
        await When_anything_is_cut_anywhere.EgaleAsync(lot, "d1", Stop);
    }

    [Fact]
    public async Task Should_take_back_nothing_that_came_since()
    {
        await using var lot = await OuvrirAsync();
        var lecture = new PendantLaLecture(apres: async rang =>
        {
            if (rang == 1)
            {
                await AgirAsync(lot, new() { Cle = "d1-1", OuvreFil = "fil-0", Acteur = new Acteur(RoleActeur.Conseiller, "c-rhone-1") });
            }
        });
        await lot.Service<Reconstructeur>().RebatirToutAsync(lecture.Client(lot), "d1", Stop);
        Assert.Equal(2, lecture.Lectures);
        await using var db = lot.Ouvrir();
        Assert.Equal(1, (await db.Flux.SingleAsync(Stop)).Epoque);
        Assert.False(await db.Faits.IgnoreQueryFilters().AnyAsync(f => f.Abandonne, Stop));
        await When_anything_is_cut_anywhere.EgaleAsync(lot, "d1", Stop);
    }

    private static async Task<Lot> OuvrirAsync()
    {
        var lot = await Lot.OuvrirAsync(Magasin.Sqlite, coupures: 0, graine: 1);
        await lot.InscrireAsync("d1", new Random(1));
        await When_anything_is_cut_anywhere.EgaleAsync(lot, "d1", Stop);
        await AgirAsync(lot, new() { Cle = "d1-0", OuvreFil = "fil-2", Acteur = new Acteur(RoleActeur.Conseiller, "c-rhone-1") });
        return lot;
    }

    private static Task<ResultatActe> AgirAsync(Lot lot, Acte acte) =>
        lot.Client.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow("d1")).ExecuteUpdateAsync(w => w.AgirAsync(acte), new() { Id = acte.Cle });
}
