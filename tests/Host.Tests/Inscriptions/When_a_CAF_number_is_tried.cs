using System.Net;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Simulateurs.Caf;
using FranceTravail.Parcours.Host.Tests.Web;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Inscriptions;

/// <summary>By real requests, to pages and a CAF of their own: a number tells nothing to who does not know whose it is.</summary>
public sealed class When_a_CAF_number_is_tried : IAsyncLifetime
{
    private const string Numero = "1234567";

    private readonly string folder = Directory.CreateTempSubdirectory("parcours-caf-").FullName;
    private RunningHost host = null!;

    private static Droits Droits => AllocatairesInventes.Pour(1, Numero);

    public async ValueTask InitializeAsync() => host = await RunningHost.StartAsync(
        new() { Roles = HostRoles.Web | HostRoles.Simulateurs, DataDirectory = folder, Url = "http://127.0.0.1:0", TemporalAddress = "127.0.0.1:9" },
        new ConfigurationBuilder().Build(),
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Should_fill_the_form_of_who_writes_whose_it_is()
    {
        var page = await DemanderAsync(Numero, Droits.Identite.Nom.ToUpperInvariant(), Droits.Identite.Prenom, Ne);
        Assert.Contains("La CAF a rempli ce qu’elle sait", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{Droits.Identite.Adresse}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_keep_what_the_person_wrote_and_say_what_the_CAF_says_otherwise()
    {
        var page = await DemanderAsync(Numero, Droits.Identite.Nom, Droits.Identite.Prenom, Ne, new() { ["Adresse"] = "3 rue Neuve", ["PersonnesFoyer"] = $"{Droits.Foyer.Personnes}" });
        Assert.Contains("value=\"3 rue Neuve\"", page, StringComparison.Ordinal);
        Assert.Contains($"Elle dit autre chose que vous\u00a0: adresse, «\u00a0{Droits.Identite.Adresse}\u00a0». Ce que vous avez écrit est gardé.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_show_nothing_of_anybody_to_others_and_say_the_same_of_a_number_that_is_none()
    {
        var said = new HashSet<string>();
        foreach (var (numero, nom, prenom, ne) in new[]
        {
            (Numero, "Personne", Droits.Identite.Prenom, Ne), (Numero, Droits.Identite.Nom, "Personne", Ne), (Numero, Droits.Identite.Nom, "", Ne),
            (Numero, Droits.Identite.Nom, Droits.Identite.Prenom, "02/01/1950"), ("9999999", Droits.Identite.Nom, Droits.Identite.Prenom, Ne),
        })
        {
            said.Add(Faute(await DemanderAsync(numero, nom, prenom, ne)));
        }

        Assert.StartsWith("La CAF ne connaît pas ce numéro à ce nom", Assert.Single(said), StringComparison.Ordinal);
        foreach (var (nom, ne, missing) in new[] { ("", "", "votre nom et votre date de naissance"), (Droits.Identite.Nom, "", "votre date de naissance"), ("", Ne, "votre nom"), ("\u200b", Ne, "votre nom") })
        {
            Assert.StartsWith($"Écrivez d’abord {missing}\u00a0:", Faute(await DemanderAsync(Numero, nom, Droits.Identite.Prenom, ne)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2/7/84")]
    [InlineData("hier")]
    public async Task Should_never_call_missing_what_is_written_but_say_beside_it_how_to_write_it(string ne)
    {
        var page = await DemanderAsync(Numero, Droits.Identite.Nom, Droits.Identite.Prenom, ne);
        Assert.Contains("écrivez la date comme 02/07/1984", page.Split("id=\"DateNaissance-erreur\">")[1].Split("</span>")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Écrivez d’abord", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_read_a_birth_date_in_words() => Assert.Contains(
        "La CAF a rempli ce qu’elle sait",
        await DemanderAsync(Numero, Droits.Identite.Nom, Droits.Identite.Prenom, Workflows.Redaction.Francais.DateComplete(NodaTime.LocalDate.FromDateOnly(Droits.Identite.DateNaissance)).Replace("1ᵉʳ", "1er", StringComparison.Ordinal)),
        StringComparison.Ordinal);

    [Fact]
    public async Task Should_not_be_tried_for_ever()
    {
        for (var tries = 0; tries < EssaisCaf.ParNumero; tries++)
        {
            Assert.StartsWith("La CAF ne connaît pas", Faute(await DemanderAsync(Numero, Droits.Identite.Nom, Droits.Identite.Prenom, $"0{tries + 1}/01/1950")), StringComparison.Ordinal);
        }

        Assert.StartsWith("Trop d’essais", Faute(await DemanderAsync(Numero, Droits.Identite.Nom, Droits.Identite.Prenom, Ne)), StringComparison.Ordinal);
        for (var tries = EssaisCaf.ParNumero; tries < EssaisCaf.ParOrigine; tries++)
        {
            await DemanderAsync($"{9_000_000 + tries}", "Kaba", "Ana", Ne);
        }

        Assert.StartsWith("Trop d’essais", Faute(await DemanderAsync("7654321", "Kaba", "Ana", Ne)), StringComparison.Ordinal);
    }

    private static string Ne => $"{Droits.Identite.DateNaissance:dd/MM/yyyy}";

    private static string Faute(string page)
    {
        Assert.DoesNotContain(Droits.Identite.Adresse, page, StringComparison.Ordinal);
        return page.Split("id=\"ReferenceCaf-erreur\">")[1].Split("</span>")[0].Split("</svg>")[^1].Trim();
    }

    private async Task<string> DemanderAsync(string numero, string nom, string prenom, string ne, Dictionary<string, string>? ecrits = null)
    {
        using var visitor = new Visiteur(new(host.Url!));
        var fields = new Dictionary<string, string>(ecrits ?? []) { ["ReferenceCaf"] = numero, ["Nom"] = nom, ["Prenom"] = prenom, ["DateNaissance"] = ne, ["demande"] = "caf" };
        return WebUtility.HtmlDecode(await (await visitor.PostAsync("/inscription", "/inscription", fields)).Content.ReadAsStringAsync());
    }
}
