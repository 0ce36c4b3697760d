using FranceTravail.Parcours.Host.Imports;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Imports;

/// <summary>A name that stands for something without an end.</summary>
public class When_a_file_is_no_file
{
    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/urandom")]
    public void Should_say_what_it_is_not_and_read_no_further(string path)
    {
        Assert.SkipUnless(File.Exists(path), "Windows has no such file.");
        Assert.StartsWith("Ce fichier n’est pas du texte", Assert.Throws<FichierRefuse>(() => TexteFichier.Lire(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_of_a_folder_that_it_is_one() =>
        Assert.EndsWith("est un dossier : nommez un fichier.", Assert.Throws<FichierRefuse>(() => TexteFichier.Lire(Path.GetTempPath())).Message, StringComparison.Ordinal);

    /// <summary>A pipe whose other end nobody opens.</summary>
    [Fact]
    public async Task Should_not_keep_a_command_that_is_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such file.");
        var pipe = Path.Combine(Path.GetTempPath(), $"tuyau-{Guid.NewGuid():n}");
        using (var make = System.Diagnostics.Process.Start("mkfifo", pipe))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var end = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TexteFichier.LireAsync(pipe, end.Token));

        // Both ends open: who still reads finds it empty, and goes.
        await using (new FileStream(pipe, FileMode.Open, FileAccess.Write))
        {
        }

        File.Delete(pipe);
    }
}
