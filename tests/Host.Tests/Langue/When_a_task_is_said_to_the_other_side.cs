using FranceTravail.Parcours.Host.Langue;
using FranceTravail.Parcours.Workflows.Etapes;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Langue;

public class When_a_task_is_said_to_the_other_side
{
    [Theory]
    [InlineData("Signer votre contrat", "signer son contrat")]
    [InlineData("Déclarer vos activités de la semaine du 16 novembre", "déclarer ses activités de la semaine du 16 novembre")]
    [InlineData("valider 15 h déclarées", "valider 15 h déclarées")]
    [InlineData("", "")]
    public void Should_speak_of_the_person_to_her_counsellor(string libelle, string expected) => Assert.Equal(expected, AutreCote.AuConseiller(libelle));

    [Fact]
    public void Should_speak_to_the_person_of_what_she_is_owed() =>
        Assert.Equal("Vous proposer un contrat d’engagement", AutreCote.ALaPersonne(CatalogueEtapes.National, "proposer-contrat", "proposer le contrat d’engagement"));

    [Fact]
    public void Should_keep_the_name_of_a_kind_it_does_not_know() => Assert.Equal("Rouvrir la piste", AutreCote.ALaPersonne(CatalogueEtapes.National, "nouveau", "rouvrir la piste"));
}
