using System.Text.RegularExpressions;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Architecture;

/// <summary>A form whose fields our pages check says its faults in French: the browser, whose language is not ours, says nothing before.</summary>
public partial class When_a_form_is_answered
{
    [Fact]
    public void Should_leave_its_faults_to_the_page()
    {
        var formulaires = Directory.GetFiles(Path.Combine(Repository.Root, "host", "Espaces"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(f => Formulaire().Matches(File.ReadAllText(f)).Select(m => (Fichier: Path.GetFileName(f), Texte: m.Value)))
            .Where(f => f.Texte.Contains("<ChampGeste", StringComparison.Ordinal) || f.Texte.Contains("<ChampTexte", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(formulaires);
        Assert.All(formulaires, f => Assert.True(f.Texte[..f.Texte.IndexOf('>', StringComparison.Ordinal)].Contains("novalidate", StringComparison.Ordinal), f.Fichier));
    }

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Formulaire();
}
