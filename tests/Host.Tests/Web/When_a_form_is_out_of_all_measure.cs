using System.Net;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>No form makes a page that is far greater than itself, whoever sends it, whichever field it fills.</summary>
public class When_a_form_is_out_of_all_measure(WebFixture web) : IClassFixture<WebFixture>
{
    private const int Length = 300_000;

    /// <summary>What becomes longest in a page, for what it takes in a form.</summary>
    private const int Expansion = 12;

    private static readonly string Mixed = string.Concat(Enumerable.Repeat("A,1;'é<& |@x:", Length / 13));

    [Theory]
    [InlineData("Nom")]
    [InlineData("Telephone")]
    [InlineData("Courriel")]
    [InlineData("Ville")]
    [InlineData("Allocation")]
    [InlineData("Freins")]
    public async Task Should_answer_the_registration_in_proportion(string field)
    {
        using var visitor = web.Visiteur();
        var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        fields[field] = Mixed;
        var answer = await visitor.PostAsync("/inscription", "/inscription", fields);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.InRange(page.Length, 1, Expansion * Length);
        Assert.Single(page.Split("resume-erreurs")[1].Split("</ul>")[0].Split("<li>")[1..]);
    }

    [Theory]
    [InlineData(TypeChamp.Texte)]
    [InlineData(TypeChamp.ChoixMultiple)]
    [InlineData(TypeChamp.Choix)]
    [InlineData(TypeChamp.Heures)]
    [InlineData(TypeChamp.Date)]
    public async Task Should_answer_an_act_in_proportion(TypeChamp type)
    {
        var dossier = Dossiers.Open("Demesure", 2);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "valider 15 h déclarées");
        task.Gestes = [new Geste { Code = "valider", Libelle = "Valider", Champs = [new Champ { Nom = "champ", Libelle = "Champ", Type = type, Choix = [new("a", "A"), new("b", "B")] }] }];
        await web.EcrireAsync(dossier, task);
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        var answer = await counsellor.PostAsync(
            "/inscription", $"/taches/{dossier.Id}/{task.Id}", new Dictionary<string, string> { ["geste"] = "valider", ["cle"] = Guid.NewGuid().ToString(), ["champ"] = Mixed });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.InRange((await answer.Content.ReadAsStringAsync()).Length, 1, Expansion * Length);
    }

    [Theory]
    [InlineData("/entrer")]
    [InlineData("/sortir")]
    [InlineData("/inscription")]
    [InlineData("/taches/a/b")]
    [InlineData("/reprise")]
    public async Task Should_answer_a_thousand_fields_without_a_token_in_proportion(string address)
    {
        using var visitor = web.Visiteur();
        using var content = new FormUrlEncodedContent(Enumerable.Range(0, 900).Select(at => KeyValuePair.Create($"{at}{new string('n', 300)}", "v")));
        Assert.InRange((await (await visitor.PostRawAsync(address, content)).Content.ReadAsStringAsync()).Length, 0, Expansion * 900 * 300);
    }
}
