using System.Globalization;
using FranceTravail.Parcours.Host.Simulateurs.Effets;
using FranceTravail.Parcours.Host.Simulateurs.Pannes;

namespace FranceTravail.Parcours.Host.Simulateurs.Messages;

/// <summary>The messages partner: takes a letter or message, gives a numbered proof, and says when it was received.</summary>
internal static class MessagesEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder app) =>
        app.MapPost("/messages", (Depot demande, HttpContext http, EffetsUniques effets, SimulateursOptions options) =>
            effets.FaireAsync(http, Partenaire.Messages, "message", demande.Dossier, sql =>
            {
                var numero = sql.Query(
                    "INSERT INTO depots (dossier, canal) VALUES ($1, $2) RETURNING numero", r => r.GetInt64(0), demande.Dossier, demande.Canal).Single();
                return Reponse.Fait(new
                {
                    Preuve = string.Create(CultureInfo.InvariantCulture, $"DEPOT-{numero:00000000}"),
                    RecuLe = options.Clock.GetUtcNow(),
                });
            }));
}
