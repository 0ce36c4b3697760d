using System.Globalization;
using FranceTravail.Parcours.Host.Simulateurs.Effets;
using FranceTravail.Parcours.Host.Simulateurs.Pannes;
using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Delais;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Host.Simulateurs.Agenda;

/// <summary>The shared agenda: free slots of a counsellor or of a territory's desk, bookings, releases.</summary>
internal sealed class AgendaSimulateur : ISimulateur
{
    public const string Nom = "Agenda";

    string ISimulateur.Nom => Nom;

    string ISimulateur.Schema => """
        CREATE TABLE IF NOT EXISTS reservations (
            id INTEGER PRIMARY KEY AUTOINCREMENT, creneau TEXT NOT NULL, dossier TEXT NOT NULL, objet TEXT NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS reservations_par_creneau ON reservations (creneau);
        """;

    public void Monter(IEndpointRouteBuilder app)
    {
        app.MapGet("/agenda/creneaux", LireAsync).AvecPannes(Nom);
        app.MapGet("/agenda/reservations", async (string cle, SimulateursStore store, CancellationToken cancellationToken) =>
            await store.WriteAsync(
                sql => sql.Query("SELECT reponse FROM effets WHERE cle = $1 AND operation = 'reservation' AND effets > 0", r => r.GetString(0), cle),
                cancellationToken) is [var known] ? Results.Text(known, "application/json") : Reponse.Inconnu("aucune-reservation")).AvecPannes(Nom);
        app.MapPost("/agenda/reservations", (Reservation demande, HttpContext http, EffetsUniques effets, SimulateursOptions options) =>
            effets.FaireAsync(http, Nom, "reservation", demande.Dossier, sql => Reserver(sql, demande, options)));
        app.MapDelete("/agenda/reservations/{id:long}", (long id, string dossier, HttpContext http, EffetsUniques effets) =>
            effets.FaireAsync(http, Nom, "liberation", dossier, sql =>
            {
                // One already given back is given back: the second call has nothing left to do and says so by the same answer.
                sql.Execute("DELETE FROM reservations WHERE id = $1 AND dossier = $2", id, dossier);
                return Reponse.Fait(new { });
            }));
    }

    private static async Task<IResult> LireAsync(
        string referent, string du, string au, string commune, SimulateursStore store, SimulateursOptions options, CancellationToken cancellationToken)
    {
        if (InstantPattern.ExtendedIso.Parse(du) is not { Success: true, Value: var from } || InstantPattern.ExtendedIso.Parse(au) is not { Success: true, Value: var to }
            || CodeGeographique.Trouver(commune) is null || to - from > Duration.FromDays(190) || referent.Contains('~'))
        {
            return Results.Problem("« du » et « au » sont des instants ISO, à 190 jours au plus l'un de l'autre ; « commune » est un code INSEE.", statusCode: StatusCodes.Status400BadRequest);
        }

        from = Instant.Max(from, Now(options));
        var taken = await store.WriteAsync(
            sql => sql.Query("SELECT creneau, COUNT(*) FROM reservations WHERE creneau LIKE $1 GROUP BY creneau", r => (r.GetString(0), r.GetInt32(1)), $"{referent}~%")
                .ToDictionary(r => r.Item1, r => r.Item2, StringComparer.Ordinal),
            cancellationToken);
        return Results.Ok(Grille.Entre(options.Graine, referent, from, to, CalendriersCommunes.Nationaux.De(commune)).Where(c => taken.GetValueOrDefault(c.Id) < Grille.Places(referent)).ToList());
    }

    private static Reponse Reserver(Commandes sql, Reservation demande, SimulateursOptions options)
    {
        if (Grille.Lire(options.Graine, demande.Creneau) is not { } creneau)
        {
            return Reponse.Refus(StatusCodes.Status422UnprocessableEntity, "creneau-inconnu", "Ce créneau n'existe pas.");
        }

        var taken = sql.Query("SELECT COUNT(*) FROM reservations WHERE creneau = $1", r => r.GetInt32(0), creneau.Id).Single();
        if (taken >= Grille.Places(creneau.Referent) || Instant.FromDateTimeOffset(creneau.Debut) < Now(options))
        {
            return Reponse.Refus(StatusCodes.Status409Conflict, "creneau-pris", "Ce créneau n'est plus libre.");
        }

        var id = sql.Query(
            "INSERT INTO reservations (creneau, dossier, objet) VALUES ($1, $2, $3) RETURNING id", r => r.GetInt64(0), creneau.Id, demande.Dossier, demande.Objet).Single();
        return Reponse.Fait(new
        {
            Reservation = id.ToString(CultureInfo.InvariantCulture),
            Creneau = creneau.Id,
            creneau.Debut,
            creneau.Fin,
            creneau.Lieu,
            creneau.Referent,
        });
    }

    private static Instant Now(SimulateursOptions options) => Instant.FromDateTimeOffset(options.Clock.GetUtcNow());
}
