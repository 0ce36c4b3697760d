using FranceTravail.Parcours.BoutEnBout.Outils;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FranceTravail.Parcours.BoutEnBout;

/// <summary>In a sandbox of its own: it falls silent for a moment, and who is registered first is followed by the first counsellor.</summary>
public class When_the_power_is_cut(Navigateur browser, BacASable sandbox) : IClassFixture<Navigateur>, IClassFixture<BacASable>
{
    [Fact]
    public async Task Should_go_on_after_a_power_cut()
    {
        var person = await browser.PageAsync(sandbox.Url);
        await person.InscrireAsync("Yann", "Coupure");
        await browser.OrienterAsync(sandbox.Url, ["Yann Coupure"]);
        await Expect(person.Locator("#prochaine")).ToContainTextAsync("Je viens");
        await person.Locator("#prochaine").FaireAsync("Je viens");
        await sandbox.RestartAsync();
        var counsellor = await browser.PageAsync(sandbox.Url);
        await counsellor.EntrerConseillerAsync();
        var presence = counsellor.Ligne("Yann Coupure").Filter(new() { HasText = "confirmer la présence" });
        for (var day = 0; day < 25 && await presence.CountAsync() == 0; day++)
        {
            await counsellor.AvancerAsync("+ 1 jour");
            await counsellor.GotoAsync("/ma-journee");
        }

        await presence.FaireAsync("Présente");
        await counsellor.DitAsync("La présence est enregistrée");
    }
}
