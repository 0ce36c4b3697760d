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
        await counsellor.GotoAsync("/inscription");
        await counsellor.ImageAsync("inscription");
        await person.InscrireAsync("Idriss", "Kaba");
        await browser.OrienterAsync(sandbox.Url, [Nom]);

        // The appointment comes by itself, and shows without a reload.
        await person.Locator("#prochaine").FaireAsync("Je viens");
        await person.DitAsync("C’est noté");
        await PeuplerAsync();

        await counsellor.EntrerConseillerAsync();
        await AvancerJusquaAsync(counsellor, "confirmer la présence", "+ 1 jour", 25);
        await counsellor.AssertAccessibleAsync();
        await counsellor.Ligne(Nom).FaireAsync("Présente");
        await counsellor.DitAsync("La présence est enregistrée");

        await PartagerLeDiagnosticAsync(counsellor);
        await ProposerLeContratAsync(counsellor);
        await person.ReloadAsync();
        await person.ImageAsync("mon-parcours");
        await MontrerUnLundiAsync(counsellor);
        await person.Locator("#prochaine").FaireAsync("Signer");
        await counsellor.OuvrirDossierAsync("Idriss", "Kaba");
        await counsellor.Locator("#a-faire").FaireAsync("Signer");

        await DeclarerUneSemaineAsync(person, counsellor);
        await person.AssertAccessibleAsync();
        await AvancerJusquaAsync(counsellor, "revue", "+ 1 semaine", 14);
        await counsellor.OuvrirDossierAsync("Idriss", "Kaba");
        await counsellor.AssertAccessibleAsync();
        await Expect(counsellor.Locator(".chronologie")).ToContainTextAsync("Contrat d’engagement");
        await Expect(counsellor.Locator(".chronologie")).Not.ToContainTextAsync("Courrier non envoyé");
        await counsellor.ImageAsync("dossier");
    }

    /// <summary>A Monday with something late, something today and people to meet; only when pictures are wanted.</summary>
    private static async Task MontrerUnLundiAsync(IPage counsellor)
    {
        if (!Images.Wanted)
        {
            return;
        }

        await counsellor.GotoAsync("/ma-journee");
        var waiting = counsellor.Locator(".tache").Filter(new() { HasText = "confirmer la présence" });
        for (var met = 0; met < 4 && await waiting.CountAsync() > 0; met++)
        {
            await waiting.First.FaireAsync("Présente");
            await counsellor.GotoAsync("/ma-journee");
        }

        for (var day = 0; day < 10 && (day == 0 || await counsellor.Locator("#groupe-aujourdhui").CountAsync() == 0); day++)
        {
            await counsellor.AvancerAsync("+ 1 jour");
            await counsellor.GotoAsync("/ma-journee");
        }

        await counsellor.ImageAsync("ma-journee");
    }

    private async Task PeuplerAsync()
    {
        if (Images.Wanted)
        {
            var file = Path.Combine(sandbox.Programme.Directory, "population.csv");
            await sandbox.Programme.CommandeAsync("generer-population", "260", file);
            await sandbox.Programme.CommandeAsync("importer", file);
            await ConfirmerCeQuiEstClairAsync();
        }
    }

    /// <summary>An agent of France Travail confirms, a page at a time, every proposal that may be.</summary>
    private async Task ConfirmerCeQuiEstClairAsync()
    {
        var agent = await browser.PageAsync(sandbox.Url);
        await agent.EntrerConseillerAsync();
        await agent.GetByRole(AriaRole.Link, new() { Name = "Tout voir" }).Last.ClickAsync();
        await Expect(agent.Locator(".en-lot").First).ToBeVisibleAsync();
        foreach (var ligne in await agent.Locator(".en-lot input").AllAsync())
        {
            await ligne.CheckAsync();
        }

        await agent.Locator("#lot").FaireAsync("Confirmer les lignes cochées");
        await agent.DitAsync("C’est confirmé pour");
        await agent.Context.CloseAsync();
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
        await counsellor.OuvrirDossierAsync("Idriss", "Kaba");
        await counsellor.Locator("#a-faire").OuvrirAsync("Partager le diagnostic");
        var form = counsellor.Locator("form").Filter(new() { HasText = "Projet" }).First;
        await form.Locator("[name=projet]").First.EvaluateAsync("e => { if (e.options) e.selectedIndex = 1; else e.checked = true; }");
        await form.FaireAsync("Partager le diagnostic");
    }

    private static async Task ProposerLeContratAsync(IPage counsellor)
    {
        await counsellor.OuvrirDossierAsync("Idriss", "Kaba");
        await counsellor.Locator("#a-faire").OuvrirAsync("Proposer le contrat");
        await Expect(counsellor.GetByRole(AriaRole.Heading, new() { Name = "Proposer le contrat d’engagement" })).ToBeVisibleAsync();
        await counsellor.AssertAccessibleAsync();
        var hours = counsellor.Locator("input[name^=heures-]");
        await hours.Nth(0).FillAsync("8");
        await hours.Nth(1).FillAsync("7 h 30");
        await counsellor.Locator("input[name=engagements]").First.CheckAsync();
        await counsellor.Locator("[name=objectif]").FillAsync("Retrouver un emploi de cuisinier, en coupure le moins possible.");
        await counsellor.Locator("main").FaireAsync("Proposer le contrat");
    }

    private static async Task DeclarerUneSemaineAsync(IPage person, IPage counsellor)
    {
        for (var day = 0; day < 25 && await person.Locator("#prochaine summary").Filter(new() { HasText = "Déclarer" }).CountAsync() == 0; day++)
        {
            await counsellor.AvancerAsync("+ 1 jour");
            await person.ReloadAsync();
        }

        await person.Locator("#prochaine").OuvrirAsync("Déclarer");
        await person.Locator("#prochaine input[inputmode=decimal]").First.FillAsync("15 h 30");
        await person.Locator("#prochaine").FaireAsync("Déclarer");
        await counsellor.OuvrirDossierAsync("Idriss", "Kaba");
        await counsellor.Locator("#a-faire").FaireAsync("Valider");
    }
}
