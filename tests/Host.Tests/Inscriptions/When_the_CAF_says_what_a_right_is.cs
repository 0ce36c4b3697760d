using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Parcours;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Inscriptions;

/// <summary>Who says that she has the RSA, and has it no more, is oriented by France Travail as who has none: the CAF knows it.</summary>
public class When_the_CAF_says_what_a_right_is
{
    [Theory]
    [InlineData(StatutDroit.OuvertVersable, true)]
    [InlineData(StatutDroit.OuvertSuspendu, true)]
    [InlineData(StatutDroit.VersementSuspendu, true)]
    [InlineData(StatutDroit.DemandeEnAttente, true)]
    [InlineData(StatutDroit.Refuse, false)]
    [InlineData(StatutDroit.Clos, false)]
    [InlineData(null, true)]
    public void Should_take_no_right_that_is_over(StatutDroit? statut, bool garde)
    {
        var valide = Dite(Allocation.Rsa).SelonLaCaf(statut);
        Assert.Equal((garde, garde ? Allocation.Rsa : Allocation.Aucune, statut), (valide.Situation.Rsa, valide.Allocation, valide.StatutDroit));
    }

    [Fact]
    public void Should_leave_another_allowance_as_it_is() => Assert.Equal(Allocation.Are, Dite(Allocation.Are).SelonLaCaf(StatutDroit.Clos).Allocation);

    private static InscriptionValide Dite(Allocation allocation) => new()
    {
        Nom = "Kowalski",
        Prenom = "Yasmine",
        DateNaissance = new(1990, 3, 4),
        Commune = CodeGeographique.Trouver("62510")!.Commune!,
        Territoire = null,
        Contact = new(),
        Allocation = allocation,
        Foyer = new(),
        Situation = new() { Rsa = allocation is Allocation.Rsa, Age = TrancheAge.De30A54 },
    };
}
