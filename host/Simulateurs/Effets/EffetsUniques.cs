using FranceTravail.Parcours.Host.Simulateurs.Pannes;

namespace FranceTravail.Parcours.Host.Simulateurs.Effets;

/// <summary>
/// What makes a partner safe to call again: the first call of a key does the effect and stores its answer in one transaction,
/// the next ones get that answer, whatever else they ask. A refusal is no effect and is not stored.
/// </summary>
internal sealed class EffetsUniques(SimulateursStore store, TirageDesPannes pannes)
{
    public const string Header = "Idempotency-Key";

    /// <summary>Does <paramref name="effet"/> once for the key of the request; faults of the partner included.</summary>
    public async Task<IResult> FaireAsync(
        HttpContext http, string partenaire, string operation, string dossier, Func<Commandes, Reponse> effet)
    {
        var cle = http.Request.Headers[Header].ToString();
        if (cle.Length is 0 or > 300)
        {
            return Results.Problem($"L'en-tête {Header} est obligatoire, 300 caractères au plus.", statusCode: StatusCodes.Status400BadRequest);
        }

        var sort = await pannes.TirerAsync(partenaire, cle, http.RequestAborted);
        if (sort.EnErreur)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        // From here the effect is done whether or not the caller still listens: that is what makes a timeout after success.
        var reponse = await store.WriteAsync(
            sql => Apply(sql, cle, operation, dossier, effet), CancellationToken.None);
        await Task.Delay(sort.Latence, http.RequestAborted);
        if (sort.ReponsePerdue)
        {
            http.Abort();
        }

        return Results.Text(reponse.Corps, reponse.EstUnEffet ? "application/json" : "application/problem+json", statusCode: reponse.Statut);
    }

    private static Reponse Apply(Commandes sql, string cle, string operation, string dossier, Func<Commandes, Reponse> effet)
    {
        sql.Execute(
            "INSERT INTO effets VALUES ($1, $2, $3, 1, 0, NULL, NULL) ON CONFLICT DO UPDATE SET appels = appels + 1", cle, operation, dossier);
        var known = sql.Query(
            "SELECT operation, dossier, statut, reponse FROM effets WHERE cle = $1",
            r => new
            {
                Same = r.GetString(0) == operation && r.GetString(1) == dossier,
                Reponse = r.IsDBNull(2) ? null : new Reponse(r.GetInt32(2), r.GetString(3)),
            },
            cle).Single();
        if (!known.Same)
        {
            return Reponse.Refus(StatusCodes.Status422UnprocessableEntity, "cle-reutilisee", "Cette clé a déjà servi à une autre demande.");
        }

        if (known.Reponse is not null)
        {
            return known.Reponse;
        }

        var reponse = effet(sql);
        if (reponse.EstUnEffet)
        {
            sql.Execute("UPDATE effets SET effets = effets + 1, statut = $2, reponse = $3 WHERE cle = $1", cle, reponse.Statut, reponse.Corps);
        }

        return reponse;
    }
}
