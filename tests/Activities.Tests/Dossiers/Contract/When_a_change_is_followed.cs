using System.Threading.Channels;
using FranceTravail.Parcours.Activities.Dossiers;
using static FranceTravail.Parcours.Activities.Tests.Exemples;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers.Contract;

public sealed class When_a_change_is_followed
{
    [Theory, SurChaqueMagasin]
    public async Task Should_hear_what_another_process_commits_and_of_nothing_else(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche("d1"), DossierDeDonnees.UneFiche("d2"));
        await using var other = new DossierDeDonnees(dossier.Chemin, null, dossier.Options.PostgreSql);
        await using var suivi = new Suivi(dossier.Magasin);
        await suivi.CommencerAsync();
        var ligne = new Tache { DossierId = "d1", Id = "t1" };
        ligne.Suivre(UneTache("t1"), "accompagnement", "rhone");
        await using (var taken = other.Ouvrir())
        {
            await using var back = await Ecriture.CommencerAsync(taken, "d2", default);
            taken.Dossiers.Update(DossierDeDonnees.UneFiche("d2"));
            await taken.SaveChangesAsync();
        }

        await other.EcrireAsync(ligne);
        await suivi.EntendreAsync(Sujets.Conseiller("c-rhone-1"), Sujets.Dossier("d1"));
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_give_each_subject_greater_numbers(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await using var suivi = new Suivi(dossier.Magasin);
        await suivi.CommencerAsync();
        var last = 0L;
        for (var change = 0; change < 3; change++)
        {
            await dossier.EcrireAsync(DossierDeDonnees.UneFiche($"d{change}"), new TexteLibre { Id = $"t{change}", DossierId = "d0", Flux = "accompagnement", AuteurRole = "x", Texte = "x", CreeLe = Maintenant });
            var heard = await suivi.EntendreAsync([.. new[] { "d0", $"d{change}" }.Distinct().Select(Sujets.Dossier)]);
            var numero = heard[Sujets.Dossier("d0")];
            Assert.True(numero > last, $"{numero} after {last}");
            last = numero;
        }
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_tell_both_inboxes_when_a_task_goes_from_one_to_the_other_and_the_management_when_it_is_escalated(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        var ligne = new Tache { DossierId = "d1", Id = "t1" };
        ligne.Suivre(UneTache("t1"), "accompagnement", "rhone");
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche(), ligne);
        await using var suivi = new Suivi(dossier.Magasin);
        await suivi.CommencerAsync();
        await using var db = dossier.Ouvrir();
        var tache = (await db.Taches.FindAsync("d1", "t1"))!;
        (tache.ResponsableId, tache.Escaladee) = ("c-rhone-2", true);
        await db.SaveChangesAsync();
        await suivi.EntendreAsync(Sujets.Conseiller("c-rhone-1"), Sujets.Conseiller("c-rhone-2"), Sujets.Dossier("d1"), Sujets.Encadrement("rhone"));
    }

    /// <summary>What the store says, one change after the other.</summary>
    private sealed class Suivi : IAsyncDisposable
    {
        private readonly Channel<IReadOnlyList<VersionSujet>?> dits = Channel.CreateUnbounded<IReadOnlyList<VersionSujet>?>();
        private readonly CancellationTokenSource fin = new();
        private readonly Task tache;

        public Suivi(FournisseurDossiers magasin) => tache = magasin.SuivreAsync(changes => dits.Writer.TryWrite(changes), fin.Token);

        /// <summary>Waits until it follows: from then on nothing is missed.</summary>
        public async Task CommencerAsync() => Assert.Null(await dits.Reader.ReadAsync());

        /// <summary>Waits until all of these were heard, as one or as several; others are one too many.</summary>
        public async Task<Dictionary<string, long>> EntendreAsync(params string[] sujets)
        {
            var heard = new Dictionary<string, long>();
            while (!sujets.All(heard.ContainsKey))
            {
                foreach (var version in (await dits.Reader.ReadAsync())!)
                {
                    heard[version.Sujet] = version.Numero;
                }
            }

            Assert.Equal(sujets.Order(StringComparer.Ordinal), heard.Keys.Order(StringComparer.Ordinal));
            return heard;
        }

        public async ValueTask DisposeAsync()
        {
            await fin.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tache);
            fin.Dispose();
        }
    }
}
