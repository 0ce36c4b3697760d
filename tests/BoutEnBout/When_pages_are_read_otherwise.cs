using System.Globalization;
using System.Text.RegularExpressions;
using FranceTravail.Parcours.BoutEnBout.Outils;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FranceTravail.Parcours.BoutEnBout;

/// <summary>Twice as large, without script, in two windows.</summary>
public class When_pages_are_read_otherwise(Navigateur browser, BacASable sandbox) : IClassFixture<Navigateur>, IClassFixture<BacASable>
{
    /// <summary>A window of 1,280 pixels at 200 % shows 640.</summary>
    private const int HalfOf1280 = 640;

    [Fact]
    public async Task Should_never_scroll_sideways_at_twice_the_size()
    {
        var person = await browser.PageAsync(sandbox.Url, HalfOf1280, 500);
        foreach (var path in new[] { "/", "/connexion", "/inscription", "/rien" })
        {
            await person.GotoAsync(path);
            await person.AssertNoSidewaysScrollAsync();
        }

        await person.InscrireAsync("Léa", "Grand");
        await browser.OrienterAsync(sandbox.Url, ["Léa Grand"]);
        await Expect(person.Locator("#prochaine")).ToContainTextAsync("Je viens");
        await person.AssertNoSidewaysScrollAsync();
        var counsellor = await browser.PageAsync(sandbox.Url, HalfOf1280, 500);
        await counsellor.EntrerConseillerAsync();
        await counsellor.AssertNoSidewaysScrollAsync();
        foreach (var path in new[] { "/echanges", "/portefeuille?nom=grand" })
        {
            await counsellor.GotoAsync(path);
            await counsellor.AssertNoSidewaysScrollAsync();
        }

        await counsellor.GetByRole(AriaRole.Link, new() { Name = "Léa Grand" }).ClickAsync();
        await Expect(counsellor.GetByRole(AriaRole.Heading, new() { Name = "Léa Grand" })).ToBeVisibleAsync();
        await counsellor.AssertNoSidewaysScrollAsync();
    }

    /// <summary>As long a name as the form takes, without a place to break it.</summary>
    [Theory]
    [InlineData(1280)]
    [InlineData(HalfOf1280)]
    [InlineData(320)]
    public async Task Should_never_scroll_sideways_for_a_long_name(int width)
    {
        // A name has no digits: each width has letters of its own.
        var nom = string.Concat(Enumerable.Repeat($"Long{(char)('a' + (width % 26))}", 18));
        var person = await browser.PageAsync(sandbox.Url, width, 700);
        await person.InscrireAsync("Anne", nom);
        await person.AssertNoSidewaysScrollAsync();
        var agent = await browser.PageAsync(sandbox.Url, width, 700);
        await agent.EntrerConseillerAsync(Gestes.Departement);
        await Expect(agent.Ligne(nom)).ToBeVisibleAsync();
        await agent.AssertNoSidewaysScrollAsync();
        await agent.GotoAsync("/portefeuille?tous=true");
        await agent.AssertNoSidewaysScrollAsync();
        await agent.OuvrirDossierAsync("Anne", nom);
        await agent.AssertNoSidewaysScrollAsync();
        await agent.GotoAsync("/connexion");
        await agent.AssertNoSidewaysScrollAsync();
    }

    [Fact]
    public async Task Should_move_the_clock_twice_when_two_windows_ask_at_once()
    {
        var first = await browser.PageAsync(sandbox.Url);
        var second = await browser.PageAsync(sandbox.Url);
        await first.GotoAsync("/");
        await second.GotoAsync("/");
        var before = await JourAsync(first);
        await Task.WhenAll(AvancerAsync(first), AvancerAsync(second));
        await first.ReloadAsync();
        Assert.Equal(before.AddDays(2), await JourAsync(first));

        static async Task AvancerAsync(IPage page)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "+ 1 jour" }).ClickAsync();
            await page.DitAsync("Le temps a avancé");
        }
    }

    [Fact]
    public async Task Should_have_no_serious_fault_of_accessibility()
    {
        var page = await browser.PageAsync(sandbox.Url);
        foreach (var path in new[] { "/", "/connexion", "/inscription", "/rien" })
        {
            await page.GotoAsync(path);
            await page.AssertAccessibleAsync();
        }

        await page.GotoAsync("/inscription");
        await page.GetByRole(AriaRole.Button, new() { Name = "M’inscrire" }).ClickAsync();
        await Expect(page.Locator("#erreurs")).ToBeFocusedAsync();
        await page.AssertAccessibleAsync();
        await page.EntrerConseillerAsync();
        foreach (var path in new[] { "/ma-journee", "/portefeuille", "/portefeuille?tous=true", "/echanges", "/erreur/403" })
        {
            await page.GotoAsync(path);
            await page.AssertAccessibleAsync();
        }
    }

    [Fact]
    public async Task Should_do_all_the_same_without_script()
    {
        var person = await browser.PageAsync(sandbox.Url, script: false);
        await person.InscrireAsync("Omar", "Sansscript");
        await browser.OrienterAsync(sandbox.Url, ["Omar Sansscript"]);
        var come = person.Locator("#prochaine").Bouton("Je viens");
        for (var reloads = 0; reloads < 20 && await come.CountAsync() == 0; reloads++)
        {
            // Without script nothing refreshes: one reloads, as people do.
            await person.ReloadAsync();
        }

        await come.ClickAsync();
        await person.DitAsync("C’est noté");
    }

    [Fact]
    public async Task Should_prefill_from_the_CAF_what_it_knows()
    {
        var person = await browser.PageAsync(sandbox.Url);
        await person.GotoAsync("/inscription");
        await person.GetByLabel("Prénom").FillAsync("Solène");
        await person.GetByLabel("Nom", new() { Exact = true }).FillAsync("Faure");
        await person.GetByLabel("Date de naissance").FillAsync("02/07/1984");
        await person.GetByLabel("Numéro d’allocataire CAF").FillAsync("1234567");
        await person.GetByRole(AriaRole.Button, new() { Name = "Préremplir" }).ClickAsync();
        await Expect(person.GetByText("La CAF a rempli ce qu’elle sait")).ToBeVisibleAsync();
        await Expect(person.GetByLabel("Adresse (facultatif)")).Not.ToHaveValueAsync("");
        await Expect(person.GetByLabel("Code postal")).Not.ToHaveValueAsync("");
    }

    [Fact]
    public async Task Should_show_in_one_window_what_was_done_in_another_and_keep_what_is_being_typed()
    {
        var one = await browser.PageAsync(sandbox.Url);
        await one.InscrireAsync("Nina", "Deuxfenetres");
        await browser.OrienterAsync(sandbox.Url, ["Nina Deuxfenetres"]);
        await Expect(one.Locator("#prochaine")).ToContainTextAsync("Je viens");
        var other = await one.Context.NewPageAsync();
        await other.GotoAsync("/mon-parcours");
        await other.Locator("#prochaine").OuvrirAsync("Déplacer");
        // By its id: the act below puts a new form beside the one in which somebody types.
        var date = other.Locator($"[id='{await other.Locator("#prochaine input[type=date]").First.GetAttributeAsync("id")}']");
        var typed = await date.InputValueAsync() is { Length: > 0 } given ? given : "2026-12-15";
        await date.FillAsync(typed);
        var counsellor = await browser.PageAsync(sandbox.Url);
        await counsellor.EntrerConseillerAsync();
        await counsellor.OuvrirDossierAsync("Nina", "Deuxfenetres");
        var timeline = counsellor.Locator(".chronologie li");
        await Expect(timeline.First).ToBeVisibleAsync();
        var facts = await timeline.CountAsync();
        await one.Locator("#prochaine").FaireAsync("Je viens");
        await Expect(timeline).ToHaveCountAsync(facts + 1);
        await Expect(date).ToHaveValueAsync(typed);
    }

    /// <summary>One press for several persons, each shown with what explains her proposal: one act each, by the agent who confirms.</summary>
    [Fact]
    public async Task Should_confirm_several_proposals_at_once_each_of_them_shown()
    {
        var first = await browser.PageAsync(sandbox.Url);
        await first.InscrireAsync("Maya", "Lotpremier");
        var second = await browser.PageAsync(sandbox.Url);
        await second.InscrireAsync("Noé", "Lotsecond");
        var agent = await browser.PageAsync(sandbox.Url);
        await agent.EntrerConseillerAsync(Gestes.Departement);
        foreach (var nom in new[] { "Maya Lotpremier", "Noé Lotsecond" })
        {
            await Expect(agent.Ligne(nom)).ToContainTextAsync("Se projette dans un emploi");
            await agent.Ligne(nom).GetByLabel("Confirmer avec d’autres").CheckAsync();
        }

        await agent.AssertAccessibleAsync();
        await agent.Locator("#lot").FaireAsync("Confirmer les lignes cochées");
        await agent.DitAsync("C’est confirmé pour 2 personnes");
        await Expect(first.Locator("#prochaine")).ToContainTextAsync("Je viens");
        await Expect(second.Locator("#prochaine")).ToContainTextAsync("Je viens");
    }

    private static async Task<DateOnly> JourAsync(IPage page)
    {
        var said = Regex.Match(await page.Locator("#bande-sable p").InnerTextAsync(), @"il est le (.+),").Groups[1].Value.Replace('\u00a0', ' ').Replace("1er", "1", StringComparison.Ordinal);
        return DateOnly.ParseExact(said, "dddd d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"));
    }
}
