using FranceTravail.Parcours.BoutEnBout.Outils;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FranceTravail.Parcours.BoutEnBout;

/// <summary>Without a mouse: tab, type, J, K, Entrée.</summary>
public class When_only_the_keyboard_is_used(Navigateur browser, BacASable sandbox) : IClassFixture<Navigateur>, IClassFixture<BacASable>
{
    [Fact]
    public async Task Should_register_and_hold_the_first_appointment()
    {
        var person = await browser.PageAsync(sandbox.Url);
        await person.GotoAsync("/");
        await TabToAsync(person, "Commencer");
        await person.Keyboard.PressAsync("Enter");
        await TypeAsync(person, "Prenom", "Zoé");
        await TypeAsync(person, "Nom", "Vasseur");
        await TypeAsync(person, "DateNaissance", "12/03/1992");
        await TypeAsync(person, "CodePostal", "62800");
        await TypeAsync(person, "Ville", "Liévin");
        await TypeAsync(person, "MoisSansEmploi", "2");
        await TabToIdAsync(person, "SeProjette");
        await person.Keyboard.PressAsync("ArrowDown");
        await TabToIdAsync(person, "informe");
        await person.Keyboard.PressAsync("Space");
        await TabToAsync(person, "M’inscrire");
        await person.Keyboard.PressAsync("Enter");
        await Expect(person.GetByRole(AriaRole.Heading, new() { Name = "Bonjour Zoé" })).ToBeVisibleAsync();

        var counsellor = await browser.PageAsync(sandbox.Url);
        await counsellor.EntrerConseillerAsync();
        await Expect(counsellor.Ligne("Zoé Vasseur")).ToBeVisibleAsync();
        // The keys come with the page's scripts, a moment after its text.
        await counsellor.WaitForLoadStateAsync();
        await counsellor.Keyboard.PressAsync("j");
        await Expect(counsellor.Locator(".tache.courante")).ToContainTextAsync("Zoé Vasseur");
        await counsellor.Keyboard.PressAsync("Enter");
        await counsellor.DitAsync("Orientation décidée");
        await Expect(person.Locator("#prochaine")).ToContainTextAsync("Je viens");
        // What she may ask has come too, on the page that she never left.
        await Expect(person.Locator("#demandes")).ToContainTextAsync("Demander une autre orientation");
        await TabToAsync(person, "Je viens");
        await person.RunAndWaitForResponseAsync(() => person.Keyboard.PressAsync("Enter"), answer => answer.Request.Method is "POST" && answer.Status is 302);

        await counsellor.GotoAsync("/ma-journee");
        for (var day = 0; day < 25 && await counsellor.Ligne("Zoé Vasseur").Filter(new() { HasText = "confirmer la présence" }).CountAsync() == 0; day++)
        {
            await TabToAsync(counsellor, "+ 1 jour");
            await counsellor.RunAndWaitForResponseAsync(() => counsellor.Keyboard.PressAsync("Enter"), answer => answer.Request.Method is "POST" && answer.Status is 302);
            await counsellor.GotoAsync("/ma-journee");
        }

        await counsellor.Keyboard.PressAsync("?");
        await Expect(counsellor.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await counsellor.Keyboard.PressAsync("Escape");
        // The browser closes a dialog a moment after the key.
        await Expect(counsellor.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await counsellor.Keyboard.PressAsync("j");
        await Expect(counsellor.Locator(".tache.courante")).ToContainTextAsync("Zoé Vasseur");
        await counsellor.Keyboard.PressAsync("Enter");
        await counsellor.DitAsync("La présence est enregistrée");
    }

    private static async Task TypeAsync(IPage page, string id, string text)
    {
        await TabToIdAsync(page, id);
        await page.Keyboard.TypeAsync(text);
    }

    private static Task TabToIdAsync(IPage page, string id) => TabUntilAsync(page, $"document.activeElement?.id === '{id}'");

    private static Task TabToAsync(IPage page, string text) => TabUntilAsync(page, $"document.activeElement?.innerText?.trim() === '{text}'");

    private static async Task TabUntilAsync(IPage page, string reached)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(reached))
            {
                return;
            }
        }

        Assert.Fail($"The keyboard cannot reach {reached} on {page.Url}");
    }
}
