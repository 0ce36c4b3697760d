using FranceTravail.Parcours.Activities.Modeles;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Tests.Modeles;

public sealed class ModelesPubliesTests
{
    [Fact]
    public async Task When_the_pinned_version_is_unknown_it_says_which_and_is_tried_again()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        await using var db = dossier.Ouvrir();
        var error = await Assert.ThrowsAsync<ApplicationFailureException>(() => new ModelesPublies().TrouverAsync(db, "national", 7, default));
        Assert.Equal(("La version 7 du modèle « national » n’est pas publiée.", false), (error.Message, error.NonRetryable));
    }
}
