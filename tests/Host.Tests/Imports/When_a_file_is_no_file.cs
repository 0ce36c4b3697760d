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
}
