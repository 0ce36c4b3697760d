using System.Text;
using FranceTravail.Parcours.Host.Imports;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Imports;

public class When_a_file_is_not_UTF8
{
    [Fact]
    public void Should_name_the_line_of_the_first_foreign_character()
    {
        var refused = Assert.Throws<FichierRefuse>(() => TexteFichier.Decoder(Encoding.Latin1.GetBytes("a;b\nc;d\nÉlodie;x")));
        Assert.Contains("ligne 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_UTF16_by_its_mark() =>
        Assert.Contains("UTF-16", Assert.Throws<FichierRefuse>(() => TexteFichier.Decoder([0xFF, 0xFE, 0x61, 0])).Message, StringComparison.Ordinal);

    [Fact]
    public void Should_refuse_bytes_that_are_no_text() => Assert.Throws<FichierRefuse>(() => TexteFichier.Decoder([0x50, 0x4B, 0, 0]));

    [Fact]
    public void Should_read_UTF8_with_its_mark_or_without()
    {
        Assert.Equal("é", TexteFichier.Decoder([0xEF, 0xBB, 0xBF, 0xC3, 0xA9]));
        Assert.Equal("é", TexteFichier.Decoder([0xC3, 0xA9]));
    }
}
