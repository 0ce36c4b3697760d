using System.Globalization;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FranceTravail.Parcours.BoutEnBout.Outils;

/// <summary>What people do on the pages.</summary>
internal static class Gestes
{
    public const string Conseiller = "c-pas-de-calais-1";

    /// <summary>Agent of the département: decides for who is on RSA.</summary>
    public const string Departement = "c-pas-de-calais-3";

    /// <summary>Fills the form and sends it; the page is then the person's own.</summary>
    public static async Task InscrireAsync(this IPage page, string prenom, string nom)
    {
        await page.GotoAsync("/inscription");
        await page.GetByLabel("Prénom").FillAsync(prenom);
        await page.GetByLabel("Nom", new() { Exact = true }).FillAsync(nom);
        await page.GetByLabel("Date de naissance").FillAsync("12/03/1992");
        await page.GetByLabel("Code postal").FillAsync("62800");
        await page.GetByLabel("Commune").FillAsync("Liévin");
        await page.GetByLabel("Allocation principale").SelectOptionAsync("Rsa");
        await page.GetByLabel("Niveau de formation").SelectOptionAsync("CapBep");
        await page.GetByLabel("Mois depuis le dernier emploi").FillAsync("14");
        await page.GetByLabel("Je me vois dans un emploi bientôt").SelectOptionAsync("oui");
        await page.GetByLabel("J’ai lu mes droits").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "M’inscrire" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Bonjour {prenom}" })).ToBeVisibleAsync();
    }

    public static async Task EntrerConseillerAsync(this IPage page, string id = Conseiller)
    {
        await page.GotoAsync("/connexion");
        await page.GetByLabel("Nom", new() { Exact = true }).SelectOptionAsync(id);
        await page.Locator("#conseiller").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ma journée" })).ToBeVisibleAsync();
    }

    /// <summary>In a window of her own, an agent of the competent authority confirms the proposed orientation of these persons.</summary>
    public static async Task OrienterAsync(this Navigateur browser, Uri url, string[] noms, string agent = Departement)
    {
        var page = await browser.PageAsync(url);
        await page.EntrerConseillerAsync(agent);
        foreach (var nom in noms)
        {
            await page.Ligne(nom).GetByLabel("Confirmer avec d’autres").CheckAsync();
        }

        await page.Locator("#lot").FaireAsync("Confirmer les lignes cochées");
        await page.DitAsync("C’est confirmé pour");
        await page.Context.CloseAsync();
    }

    /// <summary>Finds a person by name in the portfolio and opens her dossier.</summary>
    public static async Task OuvrirDossierAsync(this IPage page, string prenom, string nom)
    {
        await page.GotoAsync($"/portefeuille?nom={nom}");
        await page.GetByRole(AriaRole.Link, new() { Name = $"{prenom} {nom}" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"{prenom} {nom}" })).ToBeVisibleAsync();
    }

    /// <summary>The row of the inbox about this person.</summary>
    public static ILocator Ligne(this IPage page, string nom) => page.Locator(".tache").Filter(new() { HasText = nom });

    public static ILocator Bouton(this ILocator place, string libelle) => place.GetByRole(AriaRole.Button, new() { Name = libelle, Exact = true });

    /// <summary>Opens the form of an act: under its row, or on its own page when it is long.</summary>
    public static Task OuvrirAsync(this ILocator place, string libelle) =>
        place.Locator("summary, a.bouton").Filter(new() { HasText = libelle }).First.ClickAsync();

    /// <summary>Presses the button of an act and waits until the journey has answered that it is done.</summary>
    public static Task FaireAsync(this ILocator place, string libelle) => place.Page.EnvoyerAsync(place.Bouton(libelle));

    /// <summary>Moves the clock, and waits until it has moved all the way: the band already counts while it does.</summary>
    public static Task AvancerAsync(this IPage page, string bouton) => page.EnvoyerAsync(page.Locator("#bande-sable").Bouton(bouton));

    /// <summary>Presses a button that posts a form. Tells a press that posted nothing from a post that was not answered, or refused.</summary>
    private static async Task EnvoyerAsync(this IPage page, ILocator bouton)
    {
        var post = await page.RunAndWaitForRequestAsync(() => bouton.ClickAsync(), request => request.Method is "POST");
        var answer = await post.ResponseAsync().WaitAsync(TimeSpan.FromMinutes(2));
        Assert.True(answer?.Status is 302, $"{post.Url}: {answer?.Status.ToString(CultureInfo.InvariantCulture) ?? post.Failure} {string.Join(" ", await page.Locator(".erreur, [role=alert]").AllInnerTextsAsync())}");
    }

    public static async Task DitAsync(this IPage page, string message) => await Expect(page.Locator("#avis")).ToContainTextAsync(message, new() { IgnoreCase = true });
}
