using System.Globalization;
using FranceTravail.Parcours.Host.Simulateurs.Effets;

namespace FranceTravail.Parcours.Host.Simulateurs.FranceTravail;

/// <summary>France Travail: registrations (one identifier for a dossier, for ever) and orientations.</summary>
internal sealed class FranceTravailSimulateur : ISimulateur
{
    public const string Nom = "FranceTravail";

    string ISimulateur.Nom => Nom;

    string ISimulateur.Schema => """
        CREATE TABLE IF NOT EXISTS inscriptions (dossier TEXT PRIMARY KEY, identifiant TEXT NOT NULL, territoire TEXT NOT NULL) STRICT;
        """;

    public void Monter(IEndpointRouteBuilder app)
    {
        app.MapPost("/france-travail/inscriptions", (Inscription demande, HttpContext http, EffetsUniques effets, SimulateursOptions options) =>
            effets.FaireAsync(http, Nom, "inscription", demande.Dossier, sql =>
            {
                sql.Execute(
                    "INSERT INTO inscriptions VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                    demande.Dossier, Identifiant(options.Graine, demande.Dossier), demande.Territoire);
                return Reponse.Fait(new
                {
                    Identifiant = sql.Query("SELECT identifiant FROM inscriptions WHERE dossier = $1", r => r.GetString(0), demande.Dossier).Single(),
                });
            }));
        app.MapPost("/france-travail/orientations", (Orientation demande, HttpContext http, EffetsUniques effets) =>
            effets.FaireAsync(http, Nom, "orientation", demande.Dossier, sql =>
                sql.Query("SELECT 1 FROM inscriptions WHERE dossier = $1", r => r.GetInt32(0), demande.Dossier) is []
                    ? Reponse.Refus(StatusCodes.Status422UnprocessableEntity, "dossier-non-inscrit", "Ce dossier n'est pas inscrit.")
                    : Reponse.Fait(new { })));
    }

    // Seven digits and a letter, as the identifiers of the old national list.
    private static string Identifiant(int graine, string dossier) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Hasard.Tirer(graine, 10_000_000, "identifiant", dossier):0000000}{(char)('A' + Hasard.Tirer(graine, 26, "lettre", dossier))}");
}
