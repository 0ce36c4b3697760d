using System.Collections.Concurrent;
using System.Text.Json;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Modeles;

/// <summary>The published templates that journeys pin. A version never changes, so each is read once.</summary>
public sealed class ModelesPublies
{
    private readonly ConcurrentDictionary<(string Id, int Version), ModeleParcours> connus = new();

    /// <exception cref="ApplicationFailureException">Unknown version: tried again until it is published, for a journey that failed could not be started twice.</exception>
    public async Task<ModeleParcours> TrouverAsync(DossiersDbContext db, string id, int version, CancellationToken cancellationToken) =>
        await ChercherAsync(db, id, version, cancellationToken)
            ?? throw new ApplicationFailureException($"La version {version} du modèle « {id} » n’est pas publiée.", "ModeleInconnu");

    /// <summary>Null when that version is not published yet.</summary>
    public async Task<ModeleParcours?> ChercherAsync(DossiersDbContext db, string id, int version, CancellationToken cancellationToken)
    {
        if (connus.TryGetValue((id, version), out var connu))
        {
            return connu;
        }

        return await db.Modeles.Where(m => m.ModeleId == id && m.Version == version).Select(m => m.ModeleJson).FirstOrDefaultAsync(cancellationToken) is { } json
            ? connus[(id, version)] = JsonSerializer.Deserialize<ModeleParcours>(json, ParcoursJson.Options)!
            : null;
    }
}
