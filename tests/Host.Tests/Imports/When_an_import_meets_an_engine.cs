using FranceTravail.Parcours.Host.Commandes;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Tests.Parcours;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Imports;

/// <summary>What stops a start stops an import, and its dry run.</summary>
public sealed class When_an_import_meets_an_engine : IAsyncLifetime
{
    private const string Confirmer = "confirmer-rendez-vous";

    private readonly ProduitEntier produit = new();
    private readonly string ailleurs = Directory.CreateTempSubdirectory("parcours-ailleurs-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Fichier => Path.Combine(ailleurs, "flux.csv");

    public async ValueTask InitializeAsync()
    {
        await produit.InitializeAsync();
        await File.WriteAllLinesAsync(Fichier, [Fichiers.Entete, Fichiers.Bonne], Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await produit.DisposeAsync();
        Directory.Delete(ailleurs, recursive: true);
    }

    [Fact]
    public async Task Should_not_write_into_a_store_that_is_older()
    {
        var dossier = await produit.InscrireAsync(Confirmer);
        await produit.EgaleAsync(dossier.Id);
        await produit.RelancerAsync(Vieillir, HostRoles.Engine);
        await RefuserAsync("La base des dossiers est plus ancienne", "importer", Fichier, "--essai");
        await RefuserAsync("La base des dossiers est plus ancienne", "importer", Fichier);
        await RefuserAsync("La base des dossiers est plus ancienne", "dossiers", "reprendre");
        Assert.Equal(1L, Compter(produit.Dossier));
        await produit.RelancerAsync(() => { }, HostRoles.Engine);
        await produit.CommandeAsync("dossiers", "reconstruire");
        Assert.Contains("1 nouveau dossier", await produit.CommandeAsync("importer", Fichier), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_not_write_into_an_empty_store_beside_journeys()
    {
        await produit.InscrireAsync(Confirmer);
        await produit.RelancerAsync(() => Effacer("dossiers.*"), HostRoles.Engine);
        await RefuserAsync("la base des dossiers est vide", "importer", Fichier, "--essai");
        Assert.False(File.Exists(Path.Combine(produit.Dossier, "dossiers.db")));
        await RefuserAsync("la base des dossiers est vide", "importer", Fichier);
        Assert.False(File.Exists(Path.Combine(produit.Dossier, "dossiers.db")));
    }

    [Fact]
    public async Task Should_refuse_where_the_store_is_gone_until_all_of_it_is_rebuilt()
    {
        var dossier = await produit.InscrireAsync(Confirmer);
        await produit.EgaleAsync(dossier.Id);
        await produit.RelancerAsync(() => Effacer("dossiers.db*"), HostRoles.Engine);
        await RefuserAsync("a disparu", "importer", Fichier, "--essai");
        await RefuserAsync("a disparu", "importer", Fichier);
        await RefuserAsync("a disparu", "dossiers", "reconstruire", dossier.Id);
        await RefuserAsync("Le moteur ne répond pas", "dossiers", "reconstruire", "--engine-address", "127.0.0.1:9");
        Assert.False(File.Exists(Path.Combine(produit.Dossier, "dossiers.db")));
        Assert.Contains("1 dossier rebâti sur 1.", await produit.CommandeAsync("dossiers", "reconstruire"), StringComparison.Ordinal);
        await produit.RelancerAsync(() => { });
        await produit.RebatiAsync(dossier.Id);
    }

    [Fact]
    public async Task Should_take_a_backup_back_after_a_rebuild()
    {
        var dossier = await produit.InscrireAsync(Confirmer);
        await produit.EgaleAsync(dossier.Id);
        var (store, copy) = (Path.Combine(produit.Dossier, "dossiers.db"), Path.Combine(produit.Dossier, "sauvegarde"));
        await produit.RelancerAsync(() => File.Move(store, copy), HostRoles.Engine);
        await produit.CommandeAsync("dossiers", "reconstruire");
        await produit.RelancerAsync(() =>
        {
            Effacer("dossiers.db*");
            File.Move(copy, store);
        }, HostRoles.Engine);
        await RefuserAsync("n’est pas celle avec laquelle", "importer", Fichier);
        await produit.CommandeAsync("dossiers", "rattacher");
        await produit.RelancerAsync(() => { });
        await produit.EgaleAsync(dossier.Id);
    }

    [Fact]
    public async Task Should_not_write_beside_the_engine_of_another_store()
    {
        await produit.InscrireAsync(Confirmer);
        var adresse = await File.ReadAllTextAsync(Path.Combine(produit.Dossier, "moteur.adresse"), Stop);
        foreach (var options in (string[][])[["--essai"], []])
        {
            var (code, dit) = await AilleursAsync(["importer", Fichier, .. options, "--engine-address", adresse.Trim()]);
            Assert.Equal(1, code);
            Assert.Contains("la base des dossiers est vide", dit, StringComparison.Ordinal);
        }

        // With persons of its own, written while no engine answered.
        Assert.Equal(0, (await AilleursAsync("importer", Fichier, "--engine-address", "127.0.0.1:9")).Code);
        foreach (var commande in (string[][])[["importer", Fichier, "--essai"], ["importer", Fichier], ["dossiers", "reprendre"], ["dossiers", "reconstruire"]])
        {
            var (code, dit) = await AilleursAsync([.. commande, "--engine-address", adresse.Trim()]);
            Assert.Equal(1, code);
            Assert.Contains("travaille déjà avec une autre base de dossiers", dit, StringComparison.Ordinal);
        }

        Assert.Equal(1, await produit.LireAsync(db => db.Dossiers.CountAsync(Stop)));
    }

    [Fact]
    public async Task Should_tie_store_and_engine_before_its_first_journey()
    {
        await produit.RelancerAsync(() =>
        {
            Effacer("dossiers.*");
            Effacer("moteur.*");
        }, HostRoles.Engine);
        var adresse = await File.ReadAllTextAsync(Path.Combine(produit.Dossier, "moteur.adresse"), Stop);
        Assert.Contains("1 parcours démarré", await produit.CommandeAsync("importer", Fichier), StringComparison.Ordinal);

        // Begun by somebody else before it asked, and not seen yet in the store: it runs all the same.
        Assert.Contains("0 nouveau dossier, 1 déjà connu, 1 parcours démarré.", await produit.CommandeAsync("importer", Fichier), StringComparison.Ordinal);
        var (code, dit) = await AilleursAsync("importer", Fichier, "--engine-address", adresse.Trim());
        Assert.Equal(1, code);
        Assert.Contains("la base des dossiers est vide", dit, StringComparison.Ordinal);
        await produit.RelancerAsync(() => { });
        Assert.Equal(1, await produit.LireAsync(db => db.Dossiers.CountAsync(Stop)));
    }

    [Fact]
    public async Task Should_keep_persons_for_the_first_start_while_no_engine_answers()
    {
        await produit.RelancerAsync(() => { }, HostRoles.Engine);
        var (code, dit) = await AilleursAsync("importer", Fichier, "--engine-address", "127.0.0.1:9");
        Assert.Equal(0, code);
        Assert.Contains("1 parcours démarrera au prochain lancement", dit, StringComparison.Ordinal);
        (code, dit) = await AilleursAsync("importer", Fichier, "--essai", "--engine-address", "127.0.0.1:9");
        Assert.Equal(0, code);
        Assert.Contains("1 déjà connue et inchangée", dit, StringComparison.Ordinal);
    }

    private async Task RefuserAsync(string phrase, params string[] commande)
    {
        var (code, dit) = await produit.CodeAsync(commande);
        Assert.Equal(1, code);
        Assert.Contains(phrase, dit, StringComparison.Ordinal);
    }

    /// <summary>A command from a data folder where nothing ever ran.</summary>
    private async Task<(int Code, string Dit)> AilleursAsync(params string[] commande)
    {
        using var said = new StringWriter();
        var code = await HostCommandLine.RunAsync([.. commande, "--data", Path.Combine(ailleurs, "donnees")], said, said);
        return (code, said.ToString().Replace('\u00a0', ' ').Replace('\u202f', ' '));
    }

    private void Effacer(string motif) => Directory.GetFiles(produit.Dossier, motif).ToList().ForEach(File.Delete);

    private void Vieillir()
    {
        var avant = Duration.FromMinutes(60).BclCompatibleTicks;
        Executer(produit.Dossier, $"UPDATE Identites SET Repere = Repere - {avant}, ReperePrecedent = Repere - {2 * avant}");
    }

    private static long Compter(string dossier) => (long)Executer(dossier, "SELECT COUNT(*) FROM Dossiers")!;

    private static object? Executer(string dossier, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(dossier, "dossiers.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
