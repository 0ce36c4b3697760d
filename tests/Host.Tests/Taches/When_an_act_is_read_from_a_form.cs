using FranceTravail.Parcours.Host.Espaces.Taches;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Taches;

public class When_an_act_is_read_from_a_form
{
    [Theory]
    [InlineData("15", "15")]
    [InlineData("7,5", "7.5")]
    [InlineData("7.25", "7.25")]
    [InlineData("7 h 30", "7.5")]
    [InlineData("7h", "7")]
    [InlineData("7:45", "7.75")]
    public void Should_take_hours_as_people_type_them(string typed, string expected) => Assert.Equal(expected, Read(Field(TypeChamp.Heures, "1", "35"), typed));

    [Theory]
    [InlineData("-1")]
    [InlineData("36")]
    [InlineData("7 h 70")]
    [InlineData("beaucoup")]
    [InlineData("1e9")]
    public void Should_refuse_hours_out_of_bounds_or_sense(string typed) => Assert.Null(Read(Field(TypeChamp.Heures, "1", "35"), typed));

    [Fact]
    public void Should_turn_a_French_date_into_an_invariant_one() => Assert.Equal("2026-11-24", Read(Field(TypeChamp.Date), "24/11/2026"));

    [Fact]
    public void Should_refuse_a_date_before_its_bound() => Assert.Null(Read(Field(TypeChamp.Date, "2026-11-25"), "2026-11-24"));

    [Fact]
    public void Should_refuse_a_choice_that_was_not_offered() =>
        Assert.Null(Read(Field(TypeChamp.Choix) with { Choix = [new("a", "A")] }, "b"));

    [Fact]
    public void Should_take_several_choices_as_one_text() =>
        Assert.Equal("a,b", Read(Field(TypeChamp.ChoixMultiple) with { Choix = [new("a", "A"), new("b", "B")] }, "a", "b"));

    [Fact]
    public void Should_take_each_of_several_choices_once() =>
        Assert.Equal("a,b", Read(Field(TypeChamp.ChoixMultiple) with { Choix = [new("a", "A"), new("b", "B"), new("c", "C")] }, "b,a,b", "a"));

    [Fact]
    public void Should_take_an_unticked_box_as_no() => Assert.Equal("non", Read(Field(TypeChamp.Case)));

    [Fact]
    public void Should_ask_for_what_is_mandatory()
    {
        var (_, errors) = LectureGeste.Lire(Act(Field(TypeChamp.Texte) with { Obligatoire = true }), Form());
        Assert.Equal("champ", Assert.Single(errors).Champ);
    }

    private static Champ Field(TypeChamp type, string? min = null, string? max = null) => new() { Nom = "champ", Libelle = "Champ", Type = type, Min = min, Max = max };

    private static Geste Act(Champ champ) => new() { Code = "g", Libelle = "G", Champs = [champ] };

    private static FormCollection Form(params string[] values) => new(values.Length == 0 ? [] : new() { ["champ"] = new StringValues(values) });

    private static string? Read(Champ champ, params string[] typed) => LectureGeste.Lire(Act(champ), Form(typed)).Valeurs.GetValueOrDefault("champ");
}
