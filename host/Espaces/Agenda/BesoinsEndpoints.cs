using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Espaces.Taches;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Espaces.Agenda;

/// <summary>What a person needs to be received, said once, by her or for her: a datum of hers like her telephone, which her journey takes.</summary>
internal static class BesoinsEndpoints
{
    public const int LongestLanguage = 60;

    public static void MapBesoins(this IEndpointRouteBuilder routes) => routes.MapPost("/besoins/{dossierId}", DireAsync).RequireAuthorization();

    private static async Task<IResult> DireAsync(string dossierId, HttpContext context, [AsParameters] Services services, CancellationToken cancellationToken)
    {
        if (!await services.Antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var language = Invisibles.Oter(form[nameof(Besoins.LangueInterprete)].FirstOrDefault() ?? "").Trim();
        var session = services.Session;
        await using var db = await services.Contexts.CreateDbContextAsync(cancellationToken);
        var dossier = await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Id == dossierId && d.Statut == StatutDossier.Ouvert, cancellationToken);
        if (dossier is null || !services.Offre.AgitPour(dossier))
        {
            return Results.NotFound();
        }

        if (language.Length > LongestLanguage)
        {
            return Results.BadRequest();
        }

        var said = ValeursPersonne.De(new Besoins
        {
            AccesSansMarche = form[nameof(Besoins.AccesSansMarche)] == "oui",
            LangueDesSignes = form[nameof(Besoins.LangueDesSignes)] == "oui",
            LangueInterprete = language.Length == 0 ? null : language,
        });
        await services.Reception.GarderAsync(dossier, said, session.EstPersonne ? null : session.Id, cancellationToken);

        // Kept: a journey that does not answer now is told later.
        var answer = await services.Reception.EnvoyerAsync(dossierId, cancellationToken);
        services.Avis.Laisser("fait", answer is ReponseMoteur.Fait
            ? "C’est noté : la personne qui reçoit le saura."
            : "C’est noté ; le dossier sera à jour dans un instant.");
        return Results.LocalRedirect(session.EstPersonne ? "/mon-parcours" : $"/dossiers/{dossierId}");
    }

    /// <summary>What the endpoint needs, bound from the container.</summary>
    private readonly record struct Services(Session Session, Offre Offre, IDbContextFactory<DossiersDbContext> Contexts, ReceptionDonnees Reception, Avis Avis, IAntiforgery Antiforgery);
}
