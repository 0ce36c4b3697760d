using FranceTravail.Parcours.Host.Imports;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Imports;

public class When_a_person_comes_twice
{
    private const string Entete = "reference;nom;prenom;date_naissance;commune;reference_caf;telephone";

    [Fact]
    public async Task Should_set_aside_the_same_person_under_other_references_and_say_which_row_she_is()
    {
        var plan = await PlanAsync([], "R1;Lévêque;Élodie;01/02/1992;62510;1234567;", "R2;LEVEQUE;ELODIE;01/02/1992;62510;1234567;", "R3;Leveque;Elodie;1992-02-01;62498;01234567;");
        Assert.Equal("R1", Assert.Single(plan.Nouveaux).Reference);
        Assert.Equal([3, 4], plan.Ecartes.Select(e => e.Ligne));
        Assert.All(plan.Ecartes, e => Assert.Contains("ligne 2 (référence R1)", e.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("names in the other order", "R2;Élodie;Lévêque;01/02/1992;62510;1234567;")]
    [InlineData("no CAF number, the same commune", "R2;Lévêque;Élodie;01/02/1992;62510;;")]
    [InlineData("no CAF number, the same telephone", "R2;Lévêque;Élodie;01/02/1992;62498;;+33612345678")]
    public async Task Should_know_her_all_the_same(string how, string row)
    {
        var plan = await PlanAsync([], "R1;Lévêque;Élodie;01/02/1992;62510;1234567;06 12 34 56 78", row);
        Assert.True(plan.Ecartes.Count == 1, how);
    }

    [Theory]
    [InlineData("a twin", "R2;Lévêque;Elsa;01/02/1992;62510;1234567;06 12 34 56 78")]
    [InlineData("a spouse with the CAF number of both", "R2;Lévêque;Jean;03/04/1990;62510;1234567;06 12 34 56 78")]
    [InlineData("a homonym of another day", "R2;Lévêque;Élodie;02/02/1992;62510;;")]
    [InlineData("a homonym of the same day, each with a CAF number", "R2;Lévêque;Élodie;01/02/1992;62510;7654321;")]
    [InlineData("a homonym of the same day elsewhere", "R2;Lévêque;Élodie;01/02/1992;62498;;")]
    public async Task Should_let_pass_who_only_looks_like_her(string who, string row)
    {
        var plan = await PlanAsync([], "R1;Lévêque;Élodie;01/02/1992;62510;1234567;06 12 34 56 78", row);
        Assert.True(plan.Ecartes.Count == 0, who);
        Assert.Equal(2, plan.Nouveaux.Count);
    }

    [Fact]
    public async Task Should_let_pass_what_a_human_confirms()
    {
        var plan = await PlanAsync(["R2"], "R1;Kaba;Ana;01/02/1992;62510;1234567;", "R2;Kaba;Ana;01/02/1992;62510;1234567;", "R3;Kaba;Ana;01/02/1992;62510;1234567;");
        Assert.Equal(["R1", "R2"], plan.Nouveaux.Select(n => n.Reference));
        Assert.Single(plan.Ecartes);
    }

    private static Task<PlanImport> PlanAsync(string[] confirmed, params string[] rows) =>
        Planificateur.PlanifierAsync(null, Fichiers.Lire([Entete, .. rows]).Lignes, confirmed.ToHashSet(), TestContext.Current.CancellationToken);
}
