using System.Net;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>Another program holds it, or its disk is full: nothing is recorded, which is said, and what was typed is kept.</summary>
public class When_the_case_store_cannot_be_written(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Should_keep_the_form_while_another_program_holds_the_store()
    {
        var (counsellor, address) = await PrepareAsync();
        using (counsellor)
        {
            await using var other = new SqliteConnection($"Data Source={Path.Combine(web.Dossier, "dossiers.db")};Pooling=false");
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = await other.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, TestContext.Current.CancellationToken);
            await AssertKeptAsync(counsellor, address);
        }
    }

    [Fact]
    public async Task Should_keep_the_form_when_the_store_takes_nothing_more()
    {
        var (counsellor, address) = await PrepareAsync();
        using (counsellor)
        {
            // What a full disk does to the statement, at the same place.
            await web.LireAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER plein_d BEFORE INSERT ON Dossiers BEGIN SELECT RAISE(FAIL, 'full'); END"));
            await web.LireAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER plein_t BEFORE INSERT ON TextesLibres BEGIN SELECT RAISE(FAIL, 'full'); END"));
            await AssertKeptAsync(counsellor, address);
            await web.LireAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER plein_d; DROP TRIGGER plein_t"));
        }
    }

    private static async Task AssertKeptAsync(Visiteur counsellor, string address)
    {
        var cle = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(
            counsellor.PostAsync("/inscription", "/inscription", Formulaire.Bon(cle.Replace("-", "", StringComparison.Ordinal))),
            counsellor.PostAsync("/inscription", address, new Dictionary<string, string> { ["geste"] = "valider", ["cle"] = cle, ["raison"] = "Kaba est venu" }));
        foreach (var answer in answers)
        {
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("Rien n’a été enregistré", page, StringComparison.Ordinal);
            Assert.Contains("Kaba", page, StringComparison.Ordinal);
            Assert.Matches($"name=\"cle\" value=\"({cle}|{cle.Replace("-", "", StringComparison.Ordinal)})\"", page);
        }
    }

    private async Task<(Visiteur Counsellor, string Address)> PrepareAsync()
    {
        var dossier = Dossiers.Open("Plein", 2);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "valider 15 h déclarées");
        task.Gestes = [new Geste { Code = "valider", Libelle = "Valider", Champs = [new Champ { Nom = "raison", Libelle = "Raison", Type = TypeChamp.Texte }] }];
        await web.EcrireAsync(dossier, task);
        var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        var address = $"/taches/{dossier.Id}/{task.Id}";

        // Seen before, so that the page shown again has its trace of access already.
        await counsellor.GetAsync(address);
        return (counsellor, address);
    }
}
