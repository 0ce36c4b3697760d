namespace FranceTravail.Parcours.Host.Simulateurs.Effets;

/// <summary><c>GET /effets?dossier=</c>: what tests read to prove that nothing happened twice.</summary>
internal static class EffetsEndpoints
{
    public static void MapEffets(this IEndpointRouteBuilder app) =>
        app.MapGet("/effets", (string? dossier, SimulateursStore store, CancellationToken cancellationToken) => store.WriteAsync(
            sql => new Bilan(
                sql.Query(
                    "SELECT cle, operation, dossier, appels, effets FROM effets WHERE $1 IS NULL OR dossier = $1 ORDER BY cle",
                    r => new EffetParCle(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt32(3), r.GetInt32(4)),
                    dossier),
                sql.Query(
                    """
                    SELECT dossier, operation, COUNT(*) FROM effets
                    WHERE effets > 0 AND ($1 IS NULL OR dossier = $1) GROUP BY dossier, operation ORDER BY dossier, operation
                    """,
                    r => new EffetsParDossier(r.GetString(0), r.GetString(1), r.GetInt32(2)),
                    dossier)),
            cancellationToken));
}
