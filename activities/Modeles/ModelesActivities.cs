using System.Text.Json;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;
using Temporalio.Activities;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Modeles;

/// <summary>Loads the published template that a journey pins.</summary>
internal sealed class ModelesActivities(IDbContextFactory<DossiersDbContext> contexts) : IModelesActivities
{
    [Activity("ChargerModele")]
    public async Task<ModeleParcours> ChargerAsync(ReferenceModele reference)
    {
        var cancellationToken = ActivityCancellation.Token;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var json = await db.Modeles.Where(m => m.ModeleId == reference.Id && m.Version == reference.Version)
            .Select(m => m.ModeleJson)
            .FirstOrDefaultAsync(cancellationToken);
        return json is null
            ? throw new ApplicationFailureException(
                $"La version {reference.Version} du modèle « {reference.Id} » n'est pas publiée.", "ModeleInconnu")
            : JsonSerializer.Deserialize<ModeleParcours>(json, ParcoursJson.Options)!;
    }
}
