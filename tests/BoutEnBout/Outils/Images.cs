using Microsoft.Playwright;

namespace FranceTravail.Parcours.BoutEnBout.Outils;

/// <summary>Pictures of the pages for the documentation: written when PARCOURS_IMAGES names a folder, so that ordinary runs change nothing.</summary>
internal static class Images
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PARCOURS_IMAGES");

    /// <summary>True when this run makes pictures: the sandbox is then peopled first.</summary>
    public static bool Wanted => Folder is not null;

    public static async Task ImageAsync(this IPage page, string name, bool fullPage = true)
    {
        if (Folder is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = fullPage, Animations = ScreenshotAnimations.Disabled });
        }
    }
}
