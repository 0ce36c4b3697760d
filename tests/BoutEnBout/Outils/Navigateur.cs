using Microsoft.Playwright;
using Xunit;

namespace FranceTravail.Parcours.BoutEnBout.Outils;

/// <summary>One headless Chromium for all tests: the machine's own, where Playwright's download is closed.</summary>
public sealed class Navigateur : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        // Long enough for a machine that does other work; a test that passes never waits this long.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.FirstOrDefault(File.Exists),
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    /// <summary>A visitor with cookies of its own.</summary>
    internal async Task<IPage> PageAsync(Uri url, int width = 1360, int height = 900, bool script = true, float scale = 1)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = url.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = script,
            DeviceScaleFactor = scale,
            Locale = "fr-FR",
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }
}
