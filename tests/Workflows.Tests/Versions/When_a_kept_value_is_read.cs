using System.Text.Json;
using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Serialisation;
using Formats = FranceTravail.Parcours.Workflows.Serialisation.Versions;

namespace FranceTravail.Parcours.Workflows.Tests.Versions;

/// <summary>What histories keep for years is read by every later program, and refused by every earlier one.</summary>
public class When_a_kept_value_is_read
{
    public static TheoryData<string, int> Gardes =>
        [.. ValeurGardee.Toutes.SelectMany(v => Enumerable.Range(1, v.Courante).Select(n => new TheoryDataRow<string, int>(v.Nom, n)))];

    public static TheoryData<string> Noms => [.. ValeurGardee.Toutes.Select(v => v.Nom)];

    [Theory]
    [MemberData(nameof(Gardes))]
    public async Task Should_say_the_same_today(string nom, int version)
    {
        var valeur = Valeur(nom);
        var gardee = await LireAsync($"{nom}-{version}.json");
        var lue = valeur.Relire(gardee);
        Assert.Equal(valeur.Courante, (int)JsonNode.Parse(lue)![Formats.Membre]!);
        Assert.Equal(version == valeur.Courante ? gardee : lue, valeur.Relire(lue));
    }

    [Theory]
    [MemberData(nameof(Noms))]
    public async Task Should_have_a_new_version_where_its_form_changed(string nom)
    {
        var valeur = Valeur(nom);
        Assert.True(
            await LireAsync($"{nom}-{valeur.Courante}.forme.json") == valeur.Forme,
            $"The JSON of « {nom} » is no longer that of version {valeur.Courante}: add a passage beside it, then record its file ({nameof(Recording)} says how).");
    }

    [Theory]
    [MemberData(nameof(Noms))]
    public async Task Should_be_refused_in_a_sentence_where_a_later_program_wrote_it(string nom)
    {
        var valeur = Valeur(nom);
        var json = JsonNode.Parse(await LireAsync($"{nom}-{valeur.Courante}.json"))!;
        json[Formats.Membre] = valeur.Courante + 1;
        json["inconnu"] = "?";
        var refus = Assert.Throws<VersionPlusRecenteException>(() => valeur.Relire(json.ToJsonString()));
        Assert.EndsWith(
            $"porte la version {valeur.Courante + 1}, et ce programme ne connaît que la version {valeur.Courante} : un programme plus récent l’a écrit. Remettez-le en service ; rien n’a été modifié.",
            refus.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_pass_through_each_version_of_the_state_in_order()
    {
        var options = ParcoursJson.Creer(
            new Formats("L’état d’un parcours", j => j["modeleId"] += "-2", j => j["modeleId"] += "-3"), VersionsDecision.Versions);
        var gardee = await LireAsync("etat-1.json");
        var etat = JsonSerializer.Deserialize<EtatParcours>(gardee, options)!;
        Assert.Equal((3, "texte-2-3"), (etat.Version, etat.ModeleId));
        Assert.Equal(JsonSerializer.Deserialize<EtatParcours>(gardee, ParcoursJson.Options)!.Numero, etat.Numero);
    }

    [Fact]
    public async Task Should_pass_through_each_version_of_a_decision_wherever_it_stands()
    {
        var options = ParcoursJson.Creer(
            VersionsEtat.Versions, new Formats("La décision d’un parcours", j => j["evenement"] += "-2", j => j["evenement"] += "-3"));
        var gardee = await LireAsync("decision-1.json");
        var decisions = JsonSerializer.Deserialize<List<Decision>>($"[{gardee}, {gardee}]", options)!;
        Assert.All(decisions, d => Assert.Equal((3, "texte-2-3"), (d.Version, d.Evenement)));
    }

    [Theory]
    [InlineData("""{"manque":"lundi"}""")]
    [InlineData("""{"version":1,"manque":"lundi"}""")]
    [InlineData("""{"version":2,"absence":"lundi"}""")]
    [InlineData("""{"version":3,"absences":["lundi"]}""")]
    public void Should_pass_through_each_version_of_a_memory(string json)
    {
        var lue = IMemoire<MemoirePlantee>.Lire(JsonElement.Parse(json));
        Assert.Equal(["lundi"], lue.Absences);
        Assert.Equal("""{"absences":["lundi"],"version":3}""", IMemoire<MemoirePlantee>.Ecrire(lue).GetRawText());
    }

    private static ValeurGardee Valeur(string nom) => ValeurGardee.Toutes.Single(v => v.Nom == nom);

    private static Task<string> LireAsync(string fichier) =>
        File.ReadAllTextAsync(Path.Combine(ValeurGardee.Dossier, fichier), TestContext.Current.CancellationToken);
}
