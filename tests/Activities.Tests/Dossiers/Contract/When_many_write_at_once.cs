using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;
using static FranceTravail.Parcours.Activities.Tests.Exemples;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers.Contract;

/// <summary>Eight writers, each with a context of her own, as the requests and activities of a process are.</summary>
public sealed class When_many_write_at_once
{
    private const int Ecrivains = 8;
    private const int Tours = 20;

    [Theory, SurChaqueMagasin]
    public async Task Should_count_what_each_read_before_she_wrote(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche());
        await EnsembleAsync(async _ =>
        {
            for (var tour = 0; tour < Tours; tour++)
            {
                await using var db = dossier.Ouvrir();
                await using var ecriture = await Ecriture.CommencerAsync(db, "d1", default);
                (await db.Dossiers.SingleAsync()).Projection++;
                await db.SaveChangesAsync();
                await ecriture.ValiderAsync(default);
            }
        });
        await using var lu = dossier.Ouvrir();
        Assert.Equal(Ecrivains * Tours, (await lu.Dossiers.SingleAsync()).Projection);
    }

    [Theory, SurChaqueMagasin]
    public async Task When_all_write_the_same_key_one_does_and_the_others_hear_it(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche());
        var refus = 0;
        await EnsembleAsync(async qui =>
        {
            try
            {
                await dossier.EcrireAsync(new TexteLibre { Id = "cle-motif", DossierId = "d1", Flux = "accompagnement", AuteurRole = "Personne", Texte = $"de {qui}", CreeLe = Maintenant });
            }
            catch (DossiersException error) when (error.Motif is MotifDossiers.DejaLa)
            {
                Interlocked.Increment(ref refus);
            }
        });
        Assert.Equal(Ecrivains - 1, refus);
    }

    [Theory, SurChaqueMagasin]
    public async Task When_each_writes_her_own_dossier_in_another_order_none_waits_for_ever(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync([.. Enumerable.Range(0, Ecrivains).Select(i => DossierDeDonnees.UneFiche($"d{i}"))]);
        await EnsembleAsync(async qui =>
        {
            for (var tour = 0; tour < Tours; tour++)
            {
                // Every second one touches the two inboxes the other way round.
                string[] inboxes = (qui + tour) % 2 == 0 ? ["c-rhone-1", "c-rhone-2"] : ["c-rhone-2", "c-rhone-1"];
                await using var db = dossier.Ouvrir();
                await using var ecriture = await Ecriture.CommencerAsync(db, $"d{qui}", default);
                foreach (var inbox in inboxes)
                {
                    db.Taches.Add(UneLigne($"d{qui}", $"t{tour}-{inbox}", inbox));
                    await db.SaveChangesAsync();
                }

                await ecriture.ValiderAsync(default);
            }
        });
        await using var lu = dossier.Ouvrir();
        Assert.Equal(Ecrivains * Tours * 2, await lu.Taches.CountAsync());
    }

    [Fact]
    public async Task Should_let_writers_of_different_dossiers_go_on_side_by_side_in_PostgreSQL()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(Magasin.PostgreSql);
        await using var un = dossier.Ouvrir();
        await using var autre = dossier.Ouvrir();
        await using var premiere = await Ecriture.CommencerAsync(un, "d1", default);
        await using var seconde = await Ecriture.CommencerAsync(autre, "d2", default);
        autre.Dossiers.Add(DossierDeDonnees.UneFiche("d2"));
        await autre.SaveChangesAsync();
        await seconde.ValiderAsync(default);
        un.Dossiers.Add(DossierDeDonnees.UneFiche("d1"));
        await un.SaveChangesAsync();
        await premiere.ValiderAsync(default);
    }

    private static Tache UneLigne(string dossierId, string id, string conseiller)
    {
        var ligne = new Tache { DossierId = dossierId, Id = id };
        ligne.Suivre(UneTache(id, conseiller: conseiller), "accompagnement", "rhone");
        return ligne;
    }

    private static Task EnsembleAsync(Func<int, Task> ecrire) => Task.WhenAll(Enumerable.Range(0, Ecrivains).Select(i => Task.Run(() => ecrire(i))));
}
