using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Host.Espaces.Taches;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.AspNetCore.Antiforgery;

namespace FranceTravail.Parcours.Host.Espaces.Demarches;

/// <summary>Where threads are opened. Done: back to the journey. Refused: the page says why, with what was typed.</summary>
internal static class DemarchesEndpoints
{
    public static void MapDemarches(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/demarches/{dossierId}/{fil}", OuvrirAsync).WithOrder(EspacesServices.AvantLesPages).RequireAuthorization();

    private static async Task<IResult> OuvrirAsync(string dossierId, string fil, HttpContext context, [AsParameters] Services services, CancellationToken cancellationToken)
    {
        if (!await services.Antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        if ((await services.Demarches.LireAsync(services.Session, dossierId, cancellationToken)).FirstOrDefault(d => d.Fil == fil) is not { Demarche: var demarche, Champs: var champs })
        {
            return Results.NotFound();
        }

        if (!Guid.TryParse(form["cle"], out var cle))
        {
            return Results.BadRequest();
        }

        var (saisi, geste) = (services.Saisi, new Geste { Code = fil, Libelle = demarche.Geste, Champs = champs });
        if (saisi.Lire(geste, form) is not { } values)
        {
            return ActeSaisi.Encore();
        }

        var acteur = services.Session.ActeurPour(services.Session.EstPersonne ? RoleActeur.Personne : RoleActeur.Conseiller);
        var (acte, textes) = TextesDActe.Acte(geste, values, cle, "", acteur);
        var (answer, message) = await services.Envoi.EnvoyerAsync(dossierId, NomsParcours.FilPrincipal, acte with { Geste = "", OuvreFil = fil }, textes, cancellationToken);
        if (answer is ReponseMoteur.Fait)
        {
            services.Avis.Laisser("fait", message);
            return Results.LocalRedirect(services.Session.EstPersonne ? "/mon-parcours" : $"/dossiers/{dossierId}");
        }

        return saisi.Encore(answer, cle);
    }

    /// <summary>What the endpoint needs, bound from the container.</summary>
    private readonly record struct Services(Session Session, DemarchesQuery Demarches, ActeSaisi Saisi, Avis Avis, EnvoiActe Envoi, IAntiforgery Antiforgery);
}
