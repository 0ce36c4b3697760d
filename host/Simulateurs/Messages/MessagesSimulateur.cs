using System.Globalization;
using FranceTravail.Parcours.Host.Simulateurs.Effets;

namespace FranceTravail.Parcours.Host.Simulateurs.Messages;

/// <summary>The messages partner: takes a letter or message, gives a numbered proof, and says when it was received.</summary>
internal sealed class MessagesSimulateur : ISimulateur
{
    public const string Nom = "Messages";

    string ISimulateur.Nom => Nom;

    string ISimulateur.Schema => """
        CREATE TABLE IF NOT EXISTS depots (numero INTEGER PRIMARY KEY AUTOINCREMENT, dossier TEXT NOT NULL, canal TEXT NOT NULL) STRICT;
        """;

    public void Monter(IEndpointRouteBuilder app) =>
        app.MapPost("/messages", (Depot demande, HttpContext http, EffetsUniques effets, SimulateursOptions options) =>
            effets.FaireAsync(http, Nom, "message", demande.Dossier, sql =>
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
