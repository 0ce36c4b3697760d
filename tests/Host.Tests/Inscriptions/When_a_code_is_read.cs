using FranceTravail.Parcours.Host.Inscriptions;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Inscriptions;

public class When_a_code_is_read
{
    [Theory]
    [InlineData("62510", "62510")]
    [InlineData("1004", "01004")]
    [InlineData("2a004", "2A004")]
    [InlineData("62 510", "62510")]
    [InlineData("97411", "97411")]
    [InlineData("510", null)]
    [InlineData("625100", null)]
    [InlineData("Liévin", null)]
    public void Should_put_back_what_spreadsheets_take_away(string text, string? expected) => Assert.Equal(expected, Lecture.Code(text));

    [Theory]
    [InlineData("1234567", "1234567")]
    [InlineData("01234567", "1234567")]
    [InlineData("12 345", "0012345")]
    [InlineData("1234567.0", "1234567")]
    [InlineData("0000000", null)]
    [InlineData("12345678", null)]
    [InlineData("123456A", null)]
    public void Should_read_a_CAF_number_with_or_without_its_noughts(string text, string? expected) => Assert.Equal(expected, Lecture.ReferenceCaf(text));

    [Theory]
    [InlineData("1992-02-01T00:00:00", true)]
    [InlineData("01/02/1992 00:00", true)]
    [InlineData("1/2/1992", true)]
    [InlineData("01.02.1992", true)]
    [InlineData("01021992", true)]
    [InlineData("1er février 1992", true)]
    [InlineData("Samedi 1 févr. 1992", true)]
    [InlineData("le 1 FEVRIER 1992", true)]
    [InlineData("1er février 92", false)]
    [InlineData("1 brumaire 1992", false)]
    [InlineData("31 février 1992", false)]
    [InlineData("1 jui 1992", false)]
    [InlineData("01/02/92", false)]
    [InlineData("33635", false)]
    [InlineData("01/02/1992 12:00", false)]
    public void Should_read_a_date_with_the_midnight_of_a_database_and_guess_no_century(string text, bool read) => Assert.Equal(read, Lecture.Date(text) == new NodaTime.LocalDate(1992, 2, 1));
}
