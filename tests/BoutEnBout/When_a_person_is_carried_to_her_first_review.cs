using FranceTravail.Parcours.BoutEnBout.Outils;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FranceTravail.Parcours.BoutEnBout;

/// <summary>The main job, in a browser: register, meet, sign, and three months later the review waits in the inbox.</summary>
public class When_a_person_is_carried_to_her_first_review(Navigateur browser, BacASable sandbox) : IClassFixture<Navigateur>, IClassFixture<BacASable>
{
    private const string Nom = "Idriss Kaba";

    [Fact]
    public async Task Should_find_the_review_in_the_inbox_after_three_months()
    {
        var person = await browser.PageAsync(sandbox.Url, width: 390, height: 844, scale: 2);
        var counsellor = await browser.PageAsync(sandbox.Url);
        await person.GotoAsync("/inscription");
        await person.AssertAccessibleAsync();
        await person.InscrireAsync("Idriss", "Kaba");

        // The appointment comes by itself, and shows without a reload.
        await person.Locator("#prochaine").FaireAsync("Je viens");
        await person.DitAsync("C’est noté");

        await counsellor.EntrerConseillerAsync();
        await AvancerJusquaAsync(counsellor, "confirmer la présence", "+ 1 jour", 10);
        await counsellor.AssertAccessibleAsync();
        await counsellor.Ligne(Nom).FaireAsync("Présente");
        await counsellor.DitAsync("La présence est enregistrée");

        await PartagerLeDiagnosticAsync(counsellor);
        await ProposerLeContratAsync(counsellor);

        await person.Locator("#prochaine").FaireAsync("Signer");
        await counsellor.GotoAsync("/ma-journee");
        await counsellor.Ligne(Nom).FaireAsync("Signer");

        await DeclarerUneSemaineAsync(person, counsellor);
        await person.AssertAccessibleAsync();
        await AvancerJusquaAsync(counsellor, "revue", "+ 1 semaine", 14);
        await counsellor.Ligne(Nom).Filter(new() { HasText = "revue" }).GetByRole(AriaRole.Link, new() { Name = Nom }).ClickAsync();
        await Expect(counsellor.GetByRole(AriaRole.Heading, new() { Name = Nom })).ToBeVisibleAsync();
        await counsellor.AssertAccessibleAsync();
        await Expect(counsellor.Locator(".chronologie")).ToContainTextAsync("Contrat d’engagement");
    }

    private static async Task AvancerJusquaAsync(IPage counsellor, string task, string step, int most)
    {
        await counsellor.GotoAsync("/ma-journee");
        for (var moves = 0; moves < most && await counsellor.Ligne(Nom).Filter(new() { HasText = task }).CountAsync() == 0; moves++)
        {
            await counsellor.AvancerAsync(step);
            await counsellor.GotoAsync("/ma-journee");
        }

        await Expect(counsellor.Ligne(Nom).Filter(new() { HasText = task }).First).ToBeVisibleAsync();
    }

    private static async Task PartagerLeDiagnosticAsync(IPage counsellor)
    {
        await counsellor.Ligne(Nom).OuvrirAsync("Partager le diagnostic");
        var form = counsellor.Locator("form").Filter(new() { HasText = "Projet" }).First;
        await form.Locator("[name=projet]").First.EvaluateAsync("e => { if (e.options) e.selectedIndex = 1; else e.checked = true; }");
        await form.FaireAsync("Partager le diagnostic");
    }

    private static async Task ProposerLeContratAsync(IPage counsellor)
    {
        await counsellor.GotoAsync("/ma-journee");
        await counsellor.Ligne(Nom).OuvrirAsync("Proposer le contrat");
        await Expect(counsellor.GetByRole(AriaRole.Heading, new() { Name = "Proposer le contrat d’engagement" })).ToBeVisibleAsync();
        await counsellor.AssertAccessibleAsync();
        var hours = counsellor.Locator("input[name^=heures-]");
        await hours.Nth(0).FillAsync("8");
        await hours.Nth(1).FillAsync("7 h 30");
        await counsellor.Locator("input[name=engagements]").First.CheckAsync();
        await counsellor.Locator("main").FaireAsync("Proposer le contrat");
    }

    private static async Task DeclarerUneSemaineAsync(IPage person, IPage counsellor)
    {
        await counsellor.AvancerAsync("+ 1 semaine");
        await person.ReloadAsync();
        await person.Locator("#prochaine").OuvrirAsync("Déclarer");
        await person.Locator("#prochaine input[inputmode=decimal]").First.FillAsync("15 h 30");
        await person.Locator("#prochaine").FaireAsync("Déclarer");
        await counsellor.GotoAsync("/ma-journee");
        await counsellor.Ligne(Nom).FaireAsync("Valider");
    }
}
