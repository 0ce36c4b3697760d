using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Outils;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers.Contract;

/// <summary>Whatever goes wrong below is said in the words of one family, and the store is as it was.</summary>
public sealed class When_the_store_fails
{
    [Theory, SurChaqueMagasin]
    public async Task When_somebody_holds_it_for_too_long_it_is_busy_and_then_free_again(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await using var impatient = new DossierDeDonnees(dossier.Chemin, null, dossier.Options.PostgreSql);
        await using (var holder = dossier.Ouvrir())
        {
            await using var held = await Ecriture.CommencerAsync(holder, "d1", default);
            Assert.Equal(MotifDossiers.Occupee, await RefusAsync(async () =>
            {
                await using var db = impatient.Ouvrir();
                db.Database.SetCommandTimeout(1);
                if (db.Database.GetDbConnection() is SqliteConnection sqlite)
                {
                    sqlite.DefaultTimeout = 1;
                }

                await using var ecriture = await Ecriture.CommencerAsync(db, "d1", default);
            }));
        }

        await impatient.EcrireAsync(DossierDeDonnees.UneFiche());
    }

    [Theory, SurChaqueMagasin]
    public async Task When_the_disk_is_full_nothing_stays_and_it_goes_on_when_there_is_room(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await using (var db = dossier.Ouvrir())
        {
            await using var ecriture = await Ecriture.CommencerAsync(db, null, default);
            db.Dossiers.Add(DossierDeDonnees.UneFiche());
            await db.SaveChangesAsync();
            if (magasin is Magasin.Sqlite)
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1");
            }

            Assert.Equal(MotifDossiers.DisquePlein, await RefusAsync(() => db.Database.ExecuteSqlRawAsync(magasin is Magasin.Sqlite
                ? "CREATE TABLE Gros AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 1000) SELECT randomblob(4096) FROM n"
                : "DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$")));
        }

        await using var lu = dossier.Ouvrir();
        Assert.Equal(0, await lu.Dossiers.CountAsync());
    }

    [Fact]
    public async Task When_the_server_ends_the_connection_it_is_unavailable_and_then_there_again()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(Magasin.PostgreSql);
        await using (var db = dossier.Ouvrir())
        {
            await using var ecriture = await Ecriture.CommencerAsync(db, null, default);
            db.Dossiers.Add(DossierDeDonnees.UneFiche());
            await db.SaveChangesAsync();
            await ServeurPostgreSql.ExecuterAsync(
                dossier.Options.PostgreSql!, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            Assert.Equal(MotifDossiers.Indisponible, await RefusAsync(() => ecriture.ValiderAsync(default)));
        }

        await dossier.EcrireAsync(DossierDeDonnees.UneFiche());
    }

    [Fact]
    public async Task When_there_is_no_server_or_no_database_it_says_so()
    {
        var connexion = await ServeurPostgreSql.NouvelleBaseAsync();
        await ServeurPostgreSql.SupprimerAsync(connexion);
        await using var nobody = new DossierDeDonnees(postgreSql: "Host=127.0.0.1;Port=9;Database=dossiers;Password=secret");
        await using var none = new DossierDeDonnees(postgreSql: connexion);
        Assert.Equal(MotifDossiers.Indisponible, await RefusAsync(nobody.PreparerAsync));
        Assert.Equal(MotifDossiers.Absente, await RefusAsync(none.PreparerAsync));
        Assert.Equal("dossiers sur 127.0.0.1", nobody.Magasin.Nom);
    }

    /// <summary>What the server says at the door: each cause in a sentence of its own.</summary>
    [Theory]
    [InlineData("", MotifDossiers.MotDePasse, "mot de passe")]
    [InlineData("Password=faux", MotifDossiers.MotDePasse, "mot de passe")]
    [InlineData("Username=personne", MotifDossiers.AccesRefuse, "cet utilisateur")]
    [InlineData("Password=juste", MotifDossiers.AccesRefuse, "cet utilisateur")]
    [InlineData("Password=juste;Database=nulle_part", MotifDossiers.Absente, "n’existe pas")]
    public async Task When_the_server_does_not_let_in_it_says_why(string changement, MotifDossiers motif, string phrase)
    {
        var fermee = await FermerAuxAutresAsync();
        await using var dossier = new DossierDeDonnees(postgreSql: $"{fermee};{changement}");
        var refus = await Assert.ThrowsAsync<DossiersException>(dossier.PreparerAsync);
        await ServeurPostgreSql.SupprimerAsync(fermee);
        Assert.Equal(motif, refus.Motif);
        Assert.Contains(phrase, refus.Message);
    }

    [Theory]
    [InlineData("57P03", MotifDossiers.Indisponible)]
    [InlineData("40P01", MotifDossiers.Occupee)]
    [InlineData("25006", MotifDossiers.LectureSeule)]
    [InlineData("XX001", MotifDossiers.Corrompue)]
    [InlineData("28P01", MotifDossiers.MotDePasse)]
    [InlineData("28000", MotifDossiers.AccesRefuse)]
    [InlineData("3D000", MotifDossiers.Absente)]
    [InlineData("42501", MotifDossiers.LectureSeule)]
    [InlineData("53300", MotifDossiers.Occupee)]
    public async Task Should_say_what_the_server_answers(string code, MotifDossiers motif)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(Magasin.PostgreSql);
        await using var db = dossier.Ouvrir();
        var answer = $"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{code}'; END $$";
        Assert.Equal(motif, await RefusAsync(() => db.Database.ExecuteSqlRawAsync(answer)));
    }

    /// <summary>A database of its own that lets nobody in, for a user of its own whose password the server asks for.</summary>
    private static async Task<string> FermerAuxAutresAsync()
    {
        var connexion = await ServeurPostgreSql.NouvelleBaseAsync();
        var nom = new NpgsqlConnectionStringBuilder(connexion).Database;
        await ServeurPostgreSql.ExecuterAsync(
            connexion,
            $"""
            CREATE ROLE {nom} LOGIN PASSWORD 'juste';
            REVOKE CONNECT ON DATABASE {nom} FROM PUBLIC;
            DO $$ DECLARE regles text := pg_read_file(current_setting('hba_file'));
            BEGIN
              EXECUTE format('COPY (SELECT regexp_split_to_table(%L, chr(10))) TO %L', 'local all {nom} scram-sha-256' || chr(10) || regles, current_setting('hba_file'));
              PERFORM pg_reload_conf();
            END $$;
            """);
        var sienne = $"{connexion};Username={nom}";

        // The server reads its rules again a moment later.
        while ((await Assert.ThrowsAnyAsync<NpgsqlException>(() => ServeurPostgreSql.ExecuterAsync(sienne, "SELECT 1"))) is PostgresException)
        {
            await Task.Delay(50);
        }

        return sienne;
    }

    private static async Task<MotifDossiers> RefusAsync(Func<Task> action) => (await Assert.ThrowsAsync<DossiersException>(action)).Motif;
}
