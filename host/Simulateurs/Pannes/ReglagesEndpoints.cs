namespace FranceTravail.Parcours.Host.Simulateurs.Pannes;

/// <summary><c>GET</c> and <c>PUT /reglages</c>: the faults to order, by partner. A partner that is not named keeps its own.</summary>
internal static class ReglagesEndpoints
{
    public static void MapReglages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/reglages", (TirageDesPannes pannes, CancellationToken cancellationToken) => pannes.LireAsync(cancellationToken));
        app.MapPut("/reglages", async (Dictionary<string, Reglage> reglages, TirageDesPannes pannes, CancellationToken cancellationToken) =>
        {
            if (reglages.Keys.FirstOrDefault(nom => TousLesSimulateurs.Nommer(nom) is null) is { } inconnu)
            {
                return Results.Problem($"« {inconnu} » n’est pas un partenaire simulé : {string.Join(", ", TousLesSimulateurs.Liste.Select(s => s.Nom))}.", statusCode: StatusCodes.Status400BadRequest);
            }

            if (reglages.Values.Any(r => r is not { EstValide: true }))
            {
                return Results.Problem("Les taux vont de 0 à 1, la latence de 0 à 120 000 ms.", statusCode: StatusCodes.Status400BadRequest);
            }

            await pannes.EcrireAsync(reglages.ToDictionary(r => TousLesSimulateurs.Nommer(r.Key)!, r => r.Value), cancellationToken);
            return Results.Ok(await pannes.LireAsync(cancellationToken));
        });
    }
}
