using FranceTravail.Parcours.Host.Inscriptions;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Inscriptions;

public class When_a_telephone_number_is_read
{
    [Theory]
    [InlineData("06 12 34 56 78", null, "06 12 34 56 78")]
    [InlineData("0612345678", null, "06 12 34 56 78")]
    [InlineData("06.12.34.56.78", null, "06 12 34 56 78")]
    [InlineData("06-12-34-56-78", null, "06 12 34 56 78")]
    [InlineData("06/12/34/56/78", null, "06 12 34 56 78")]
    [InlineData("612345678", null, "06 12 34 56 78")]
    [InlineData("6 12 34 56 78", null, "06 12 34 56 78")]
    [InlineData("612345678.0", null, "06 12 34 56 78")]
    [InlineData("'0612345678", null, "06 12 34 56 78")]
    [InlineData("=\"0612345678\"", null, "06 12 34 56 78")]
    [InlineData("+33 6 12 34 56 78", null, "06 12 34 56 78")]
    [InlineData("+33 (0)6 12 34 56 78", null, "06 12 34 56 78")]
    [InlineData("+330612345678", null, "06 12 34 56 78")]
    [InlineData("0033612345678", null, "06 12 34 56 78")]
    [InlineData("33612345678", null, "06 12 34 56 78")]
    [InlineData("(06) 12 34 56 78", null, "06 12 34 56 78")]
    [InlineData("03 21 12 34 56", null, "03 21 12 34 56")]
    [InlineData("09 72 12 34 56", null, "09 72 12 34 56")]
    [InlineData("06 39 98 12 34", null, "06 39 98 12 34")]
    [InlineData("+262 (0)692 12 34 56", null, "06 92 12 34 56")]
    [InlineData("+262 692 12 34 56", "974", "06 92 12 34 56")]
    [InlineData("00262 692 12 34 56", null, "06 92 12 34 56")]
    [InlineData("0692 12 34 56", "974", "06 92 12 34 56")]
    [InlineData("692123456", "974", "06 92 12 34 56")]
    [InlineData("0262 12 34 56", "974", "02 62 12 34 56")]
    [InlineData("+590 690 12 34 56", null, "06 90 12 34 56")]
    [InlineData("0696 12 34 56", "972", "06 96 12 34 56")]
    [InlineData("+687 75 12 34", null, "+687 75.12.34")]
    [InlineData("+49 170 1234567", null, "+49 170 1234567")]
    [InlineData("0049 170 1234567", null, "+49 170 1234567")]
    [InlineData("+32 470 12 34 56", null, "+32 470 12 34 56")]
    [InlineData("+39 06 1234 5678", null, "+39 06 1234 5678")]
    [InlineData("+1 (212) 555-0123", null, "+1 212-555-0123")]
    [InlineData("06 12 34 56 78 / 03 21 12 34 56", null, "06 12 34 56 78")]
    [InlineData("06 12 34 56 78 ou 03 21 12 34 56", null, "06 12 34 56 78")]
    [InlineData("néant ; 06 12 34 56 78", null, "06 12 34 56 78")]
    public void Should_read_every_form(string text, string? departement, string expected) => Assert.Equal(expected, Telephones.Lire(text, departement));

    [Theory]
    [InlineData("12")]
    [InlineData("06 12 34 56")]
    [InlineData("06 12 34 56 78 90")]
    [InlineData("00 12 34 56 78")]
    [InlineData("+999 12 34 56 78")]
    [InlineData("6,12E+08")]
    [InlineData("aucun")]
    [InlineData("-")]
    [InlineData("/")]
    public void Should_leave_out_what_is_none(string text) => Assert.Null(Telephones.Lire(text));
}
