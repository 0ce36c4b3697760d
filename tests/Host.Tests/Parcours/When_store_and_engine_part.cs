using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>The case store and the engine of one product, when one of both is another one, older, or has lost what the other knows.</summary>
public sealed class When_store_and_engine_part : IAsyncLifetime
{
    private const string Confirmer = "confirmer-rendez-vous";

    private readonly ProduitEntier produit = new();
    private readonly string ancien = Directory.CreateTempSubdirectory("parcours-ancien-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => produit.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(ancien, recursive: true);
        await produit.DisposeAsync();
    }

    [Fact]
    public async Task Should_do_nothing_on_another_engine_whatever_the_command()
    {
        var dossier = await produit.InscrireAsync(Confirmer);
        await produit.EgaleAsync(dossier.Id);
        var avant = await LignesAsync(dossier.Id);
        await using var autre = new ProduitEntier();
        await autre.InitializeAsync();
        await autre.InscrireAsync(Confirmer);

        // What a stop without a goodbye leaves behind, once the port is another engine's.
        var adresse = Path.Combine(produit.Dossier, "moteur.adresse");
        var (mienne, sienne) = (await File.ReadAllTextAsync(adresse, Stop), await File.ReadAllTextAsync(Path.Combine(autre.Dossier, "moteur.adresse"), Stop));
        await File.WriteAllTextAsync(adresse, sienne, Stop);
        var file = Path.Combine(produit.Dossier, "flux.csv");
        await File.WriteAllLinesAsync(file, ["reference;nom;prenom;date_naissance;commune", "R1;Kaba;Idriss;01/02/1992;62510"], Stop);
        foreach (var commande in (string[][])[["dossiers", "verifier"], ["dossiers", "reconstruire"], ["dossiers", "reprendre"], ["dossiers", "reprendre", dossier.Id], ["importer", file]])
        {
            Assert.Contains("n’est pas celui de cette base", await produit.CommandeAsync(commande), StringComparison.Ordinal);
            Assert.Contains("n’est pas celui de cette base", await produit.CommandeAsync([.. commande, "--engine-address", sienne]), StringComparison.Ordinal);
        }

        Assert.Equal(avant, await LignesAsync(dossier.Id));
        Assert.Equal(1, await produit.LireAsync(db => db.Dossiers.CountAsync(Stop)));

        // The address that was said wins over the one of the folder.
        Assert.Contains("aucun écart", await produit.CommandeAsync("dossiers", "verifier", "--engine-address", mienne), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_not_start_on_the_files_of_another_folder()
    {
        await produit.InscrireAsync(Confirmer);
        await using var autre = new ProduitEntier();
        await autre.InitializeAsync();
        await autre.InscrireAsync(Confirmer);
        await autre.RelancerAsync(() => Prendre(autre.Dossier, ancien));
        var refus = await Assert.ThrowsAsync<StartupRefusal>(() => produit.RelancerAsync(() => Prendre(ancien, produit.Dossier)));
        Assert.Contains("n’est pas celui de cette base", refus.Message, StringComparison.Ordinal);
        await produit.RelancerAsync(() => { }, HostRoles.Engine);
        Assert.Contains("n’est pas celui de cette base", await produit.CommandeAsync("dossiers", "reconstruire"), StringComparison.Ordinal);
        Assert.Contains("La base appartient au moteur", await produit.CommandeAsync("dossiers", "rattacher"), StringComparison.Ordinal);
        await produit.RelancerAsync(() => { });
    }

    [Theory]
    [InlineData(-60, "La base des dossiers est plus ancienne")]
    [InlineData(60, "Le moteur est plus ancien")]
    public async Task Should_say_at_start_which_of_both_is_older_until_it_is_rebuilt(int minutes, string phrase)
    {
        var dossier = await produit.InscrireAsync(Confirmer);
        await produit.EgaleAsync(dossier.Id);
        var refus = await Assert.ThrowsAsync<StartupRefusal>(() => produit.RelancerAsync(() => Decaler(minutes)));
        Assert.StartsWith(phrase, refus.Message, StringComparison.Ordinal);
        await produit.RelancerAsync(() => { }, HostRoles.Engine);
        await produit.CommandeAsync("dossiers", "reconstruire");
        await produit.RelancerAsync(() => { });
        await produit.EgaleAsync(dossier.Id);
    }

    [Fact]
    public async Task Should_not_start_on_a_store_that_is_older_by_less_than_moments_tell()
    {
        var dossier = await produit.InscrireAsync(Confirmer);
        await produit.EgaleAsync(dossier.Id);

        // The moments of both agree: only the streams show that one decision is missing.
        var refus = await Assert.ThrowsAsync<StartupRefusal>(() => produit.RelancerAsync(() => Executer("UPDATE Flux SET Numero = Numero - 1")));
        Assert.StartsWith("La base des dossiers est plus ancienne", refus.Message, StringComparison.Ordinal);
        await produit.RelancerAsync(() => { }, HostRoles.Engine);
        await produit.CommandeAsync("dossiers", "reconstruire");
        await produit.RelancerAsync(() => { });
        await produit.EgaleAsync(dossier.Id);
    }

    [Fact]
    public async Task Should_start_after_a_cut_between_the_two_notes()
    {
        await produit.InscrireAsync(Confirmer);
        await produit.RelancerAsync(() => Executer("UPDATE Identites SET ReperePrecedent = Repere, Repere = Repere + 864000000000"));
    }

    [Fact]
    public async Task Should_tell_of_a_journey_that_the_engine_lost_and_begin_it_anew()
    {
        var dossier = await produit.InscrireAsync(Confirmer);
        await produit.EgaleAsync(dossier.Id);
        await produit.Client.WorkflowService.DeleteWorkflowExecutionAsync(
            new() { Namespace = produit.Client.Options.Namespace, WorkflowExecution = new() { WorkflowId = NomsParcours.IdWorkflow(dossier.Id) } });
        await ProduitEntier.JusquaAsync(async () => await Deroulements.DernierAsync(produit.Client, dossier.Id, NomsParcours.FilPrincipal) is null);
        Assert.Equal([VeilleParcours.Perdu], await VeillerAsync(dossier.Id));
        await produit.CommandeAsync("dossiers", "reprendre", dossier.Id);
        Assert.IsType<ReponseMoteur.Fait>(await produit.Services.GetRequiredService<JourneyClient>().DemarrerAsync(dossier, Stop));
        await produit.OrienterAsync(dossier.Id);
        await produit.TacheAsync(dossier.Id, Confirmer);
        await produit.EgaleAsync(dossier.Id);
        Assert.Empty(await VeillerAsync(dossier.Id));
    }

    [Fact]
    public async Task Should_tell_of_a_journey_whose_dossier_the_store_lost()
    {
        var dossier = await produit.InscrireAsync(Confirmer);
        await produit.EgaleAsync(dossier.Id);
        await produit.Services.GetRequiredService<Effacement>().EffacerAsync(dossier.Id, Stop);
        Assert.Equal([VeilleParcours.SansDossier], await VeillerAsync(dossier.Id));
        await produit.CommandeAsync("dossiers", "reconstruire", dossier.Id);
        Assert.DoesNotContain(VeilleParcours.SansDossier, await VeillerAsync(dossier.Id));
    }

    [Fact]
    public async Task Should_tell_of_a_journey_that_is_behind_its_store_and_take_it_up_once_rebuilt()
    {
        var dossier = await produit.InscrireAsync(Confirmer);
        await produit.EgaleAsync(dossier.Id);
        await produit.RelancerAsync(() => Prendre(produit.Dossier, ancien));
        var tache = await produit.TacheAsync(dossier.Id, Confirmer);
        await produit.AgirAsync(dossier.Id, tache.Flux, new Acte
        {
            Cle = "deplacer",
            TacheId = tache.Id,
            Geste = "deplacer",
            Acteur = new Acteur(tache.ResponsableRole, tache.ResponsableId!),
            Valeurs = new Dictionary<string, string> { ["a-partir-du"] = tache.Gestes.Single(g => g.Code == "deplacer").Champs[0].Min! },
        });
        await produit.AgirAsync(await produit.TacheAsync(dossier.Id, Confirmer), "confirmer");
        await produit.EgaleAsync(dossier.Id);
        await produit.RelancerAsync(() => Prendre(ancien, produit.Dossier));
        var perdu = produit.Services.GetRequiredService<JourneyClient>().AgirAsync(
            dossier.Id, tache.Flux, new Acte { Cle = "autre", TacheId = tache.Id, Geste = "confirmer", Acteur = new Acteur(tache.ResponsableRole, tache.ResponsableId ?? dossier.Id) }, Stop);
        await ProduitEntier.JusquaAsync(async () => (await VeillerAsync(dossier.Id)).Contains(Echec.Depasse));
        await produit.CommandeAsync("dossiers", "reconstruire", dossier.Id);
        await perdu;
        await produit.EgaleAsync(dossier.Id);
        Assert.Contains(await produit.FaitsAsync(dossier.Id), f => f is { Code: "premier-rendez-vous.confirme", Abandonne: true, Epoque: 1 });
        Assert.Contains(await produit.FaitsAsync(dossier.Id), f => f is { Code: "premier-rendez-vous.confirme", Abandonne: false, Epoque: 2 });
        Assert.Empty(await VeillerAsync(dossier.Id));
    }

    [Fact]
    public async Task Should_count_what_is_not_as_it_should_be_and_answer_by_the_code()
    {
        var (dossier, autre) = (await produit.InscrireAsync(Confirmer), await produit.InscrireAsync(Confirmer));
        await produit.EgaleAsync(dossier.Id);
        await produit.EgaleAsync(autre.Id);
        Assert.Equal(0, (await produit.CodeAsync("dossiers", "verifier")).Code);
        await using (var db = produit.Ouvrir())
        {
            await db.Taches.Where(t => t.DossierId == dossier.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.Libelle, "autre chose"), Stop);
        }

        var (code, dit) = await produit.CodeAsync("dossiers", "verifier");
        Assert.Equal(1, code);
        Assert.Contains("1 dossier diffère sur 2. Pour rebâtir : dossiers reconstruire.", dit, StringComparison.Ordinal);
        Assert.Contains("libellé : « ", dit, StringComparison.Ordinal);
        (code, dit) = await produit.CodeAsync("dossiers", "reconstruire", "inconnu", dossier.Id);
        Assert.Equal(1, code);
        Assert.Contains("1 dossier rebâti sur 2.", dit, StringComparison.Ordinal);
        (code, dit) = await produit.CodeAsync("dossiers", "reprendre", "inconnu", dossier.Id);
        Assert.Equal(1, code);
        Assert.Contains("0 parcours repris sur 2. Rien à reprendre pour 1 dossier : le parcours tourne, ou est clos.", dit, StringComparison.Ordinal);
        Assert.Contains($"{dossier.Id} : rien à reprendre, son parcours tourne.", dit, StringComparison.Ordinal);
        Assert.Equal(0, (await produit.CodeAsync("dossiers", "verifier")).Code);
    }

    /// <summary>One round of the watch; what it says of the dossier.</summary>
    private async Task<string[]> VeillerAsync(string dossierId)
    {
        await ActivatorUtilities.CreateInstance<VeilleParcours>(produit.Services).TournerAsync(Stop);
        return [.. (await produit.Services.GetRequiredService<Echecs>().TousAsync(Stop)).Where(e => e.DossierId == dossierId).Select(e => e.Service)];
    }

    private async Task<List<string>> LignesAsync(string dossierId) =>
    [
        .. (await produit.FaitsAsync(dossierId)).Select(f => $"{f.Epoque}/{f.Sequence} {f.Code} {f.Abandonne}"),
        .. await produit.LireAsync(db => db.Taches.Where(t => t.DossierId == dossierId).OrderBy(t => t.Id).Select(t => t.Id + t.Libelle + t.CloseLe).ToListAsync(Stop)),
    ];

    /// <summary>The engine's files, all of them.</summary>
    private static void Prendre(string de, string vers)
    {
        foreach (var file in Directory.GetFiles(vers, "moteur.db*"))
        {
            File.Delete(file);
        }

        foreach (var file in Directory.GetFiles(de, "moteur.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(vers, Path.GetFileName(file)));
        }
    }

    /// <summary>Makes the store older, or newer, than the engine by so much.</summary>
    private void Decaler(int minutes) => Executer($"UPDATE Identites SET Repere = Repere + {Duration.FromMinutes(minutes).BclCompatibleTicks}, ReperePrecedent = Repere + {Duration.FromMinutes(minutes * 2).BclCompatibleTicks}");

    private void Executer(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(produit.Dossier, "dossiers.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
