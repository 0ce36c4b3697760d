using FranceTravail.Parcours.Activities.Modeles;
using FranceTravail.Parcours.Workflows.Modele;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Tests.Modeles;

public sealed class ModelesActivitiesTests
{
    [Fact]
    public async Task When_the_pinned_version_is_unknown_it_says_which_and_is_tried_again()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        var error = await Assert.ThrowsAsync<ApplicationFailureException>(
            () => dossier.Activites<ModelesActivities>().ChargerAsync(new ReferenceModele("national", 7)));
        Assert.Equal(("La version 7 du modèle « national » n'est pas publiée.", false), (error.Message, error.NonRetryable));
    }
}
