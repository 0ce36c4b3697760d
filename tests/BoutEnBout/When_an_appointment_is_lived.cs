using FranceTravail.Parcours.BoutEnBout.Outils;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FranceTravail.Parcours.BoutEnBout;

/// <summary>One appointment after another, in a browser: where it is, what she needs, who cannot, who was not there. Nothing scrolls sideways at twice the size.</summary>
public class When_an_appointment_is_lived(Navigateur browser, BacASable sandbox) : IClassFixture<Navigateur>, IClassFixture<BacASable>
{
    private const string Nom = "Awa Diallo";

    [Fact]
    public async Task Should_say_where_and_how_and_what_each_outcome_means()
    {
        // A window of 1,280 pixels at 200 % shows 640.
        var person = await browser.PageAsync(sandbox.Url, 640, 900);
        var counsellor = await browser.PageAsync(sandbox.Url, 640, 900);
        await person.InscrireAsync("Awa", "Diallo");
        await browser.OrienterAsync(sandbox.Url, [Nom]);
        await Expect(person.Locator("#prochaine")).ToContainTextAsync("Pour nous joindre");
        await LireAsync(person, "rdv-personne");

        var file = await person.RunAndWaitForDownloadAsync(() => person.Locator("#prochaine").GetByRole(AriaRole.Link, new() { Name = "Ajouter à mon agenda" }).ClickAsync());
        Assert.EndsWith(".ics", file.SuggestedFilename, StringComparison.Ordinal);

        // From her letter too, which may run nothing.
        await person.GetByRole(AriaRole.Link, new() { Name = "Premier rendez-vous : une date vous est proposée" }).ClickAsync();
        await Expect(person.GetByText("minutes")).ToBeVisibleAsync();
        await person.ImageAsync("rdv-lettre");
        file = await person.RunAndWaitForDownloadAsync(() => person.GetByRole(AriaRole.Link, new() { Name = "Ajouter ce rendez-vous à votre agenda" }).ClickAsync());
        Assert.EndsWith(".ics", file.SuggestedFilename, StringComparison.Ordinal);
        await person.GotoAsync("/mon-parcours");

        await person.Locator("#besoins-personne").OuvrirAsync("Dire un besoin");
        await person.GetByLabel("Un accès sans marche").CheckAsync();
        await person.GetByLabel("Un interprète, en quelle langue").FillAsync("soninké");
        await LireAsync(person, "rdv-besoins");
        await person.Locator("#besoins-personne").FaireAsync("Enregistrer");
        await Expect(person.Locator("#besoins-personne")).ToContainTextAsync("un accès sans marche et un interprète (soninké)");

        await person.Locator("#prochaine").OuvrirAsync("Je ne peux pas venir");
        await Expect(person.Locator("#prochaine")).ToContainTextAsync("rien ne vous est reproché");
        await LireAsync(person, "rdv-empechement");
        await person.Locator("#prochaine").FaireAsync("Je ne peux pas venir");
        await person.DitAsync("merci d’avoir prévenu");

        await counsellor.EntrerConseillerAsync();
        await counsellor.OuvrirDossierAsync("Awa", "Diallo");
        await Expect(counsellor.Locator("#cote")).ToContainTextAsync("annulé par la personne");
        await Expect(counsellor.Locator("#cote")).ToContainTextAsync("un accès sans marche et un interprète (soninké)");
        await LireAsync(counsellor, "rdv-dossier");
        await counsellor.Locator("#a-faire").OuvrirAsync("Fixer le rendez-vous");
        await LireAsync(counsellor, "rdv-fixer");
        var form = counsellor.Locator("form").Filter(new() { Has = counsellor.GetByRole(AriaRole.Heading, new() { Name = "Fixer le rendez-vous" }) });
        await form.GetByLabel("Jour").FillAsync(await DansDeuxJoursAsync(form));
        await form.GetByLabel("Heure").FillAsync("10:00");
        await ChoisirAsync(form, "Par téléphone");
        await form.FaireAsync("Fixer le rendez-vous");
        await Expect(person.Locator("#prochaine")).ToContainTextAsync("Par téléphone : nous vous appelons au numéro que vous avez donné");
        await person.Locator("#prochaine").FaireAsync("Je viens");

        for (var days = 0; days < 6 && await counsellor.Locator("#a-faire").GetByText("Confirmer la présence").CountAsync() == 0; days++)
        {
            await counsellor.AvancerAsync("+ 1 jour");
            await counsellor.ReloadAsync();
        }

        // Whatever the hour at which this runs, its time has come the day after.
        await counsellor.AvancerAsync("+ 1 jour");

        // Not one click: what it means is said first.
        await counsellor.GotoAsync("/ma-journee");
        await LireAsync(counsellor, "rdv-journee");
        await counsellor.Ligne(Nom).OuvrirAsync("Absente");
        await Expect(counsellor.Ligne(Nom)).ToContainTextAsync("Ce n’est pas un manquement");
        await LireAsync(counsellor, "rdv-absente");
        await counsellor.Ligne(Nom).FaireAsync("Absente");
        await counsellor.DitAsync("l’absence est notée");
        await person.ReloadAsync();
        await Expect(person.Locator("#prochaine")).ToContainTextAsync("Confirmer votre rendez-vous");
        await Expect(person.Locator("#aussi")).ToContainTextAsync("Dire ce qui a empêché le rendez-vous");
        await LireAsync(person, "rdv-apres");
    }

    private static async Task LireAsync(IPage page, string image)
    {
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        await page.ImageAsync(image);
    }

    /// <summary>The third day that the form allows, or the next on which somebody is received.</summary>
    private static async Task<string> DansDeuxJoursAsync(ILocator form)
    {
        var day = DateOnly.Parse((await form.GetByLabel("Jour").GetAttributeAsync("min"))!, System.Globalization.CultureInfo.InvariantCulture).AddDays(2);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(1);
        }

        return day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task ChoisirAsync(ILocator form, string choix)
    {
        var radio = form.GetByLabel(choix, new() { Exact = true });
        if (await radio.CountAsync() > 0)
        {
            await radio.CheckAsync();
        }
        else
        {
            await form.GetByLabel("Où, ou comment").SelectOptionAsync(new SelectOptionValue { Label = choix });
        }
    }
}
