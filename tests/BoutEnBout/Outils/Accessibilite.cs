using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace FranceTravail.Parcours.BoutEnBout.Outils;

/// <summary>What axe finds on a page, and whether it can be read at twice its size.</summary>
internal static class Accessibilite
{
    /// <summary>Fails on any serious or critical fault.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        var faults = (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{page.Url} {v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Select(n => n.Html))}");
        Assert.Empty(faults);
    }

    /// <summary>Fails when the page must be scrolled sideways.</summary>
    public static async Task AssertNoSidewaysScrollAsync(this IPage page)
    {
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} is {overflow} px too wide");
    }
}
