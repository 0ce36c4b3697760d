using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Host.Espaces.Taches;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FranceTravail.Parcours.Host.Espaces.Demarches;

/// <summary>Where threads are opened. Done: back to the journey. Refused: the page says why, with what was typed.</summary>
internal static class DemarchesEndpoints
{
    /// <summary>Before the page of the same address, which also takes posts by itself.</summary>
    private const int BeforePages = -1;

    public static void MapDemarches(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/demarches/{dossierId}/{fil}", OuvrirAsync).WithOrder(BeforePages).RequireAuthorization();

    private static async Task<IResult> OuvrirAsync(string dossierId, string fil, HttpContext context, [AsParameters] Services services, CancellationToken cancellationToken)
    {
        if (!await services.Antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        if ((await services.Demarches.LireAsync(services.Session, dossierId, cancellationToken)).FirstOrDefault(d => d.Fil == fil) is not { Demarche: var demarche })
        {
            return Results.NotFound();
        }

        if (!Guid.TryParse(form["cle"], out var cle))
        {
            return Results.BadRequest();
        }

        var (saisi, geste) = (services.Saisi, new Geste { Code = fil, Libelle = demarche.Geste, Champs = demarche.Champs });
        var (values, errors) = LectureGeste.Lire(geste, form);
        (saisi.Geste, saisi.Valeurs) = (fil, geste.Champs.ToDictionary(c => c.Nom, c => LectureGeste.Saisi(c, form)));
        if (errors.Count > 0)
        {
            saisi.Erreurs = errors;
            return Encore(StatusCodes.Status422UnprocessableEntity);
        }

        var acteur = services.Session.ActeurPour(services.Session.EstPersonne ? RoleActeur.Personne : RoleActeur.Conseiller);
        var (acte, textes) = TextesDActe.Acte(geste, values, cle, "", acteur);
        var (answer, message) = await services.Envoi.EnvoyerAsync(dossierId, NomsParcours.FilPrincipal, acte with { Geste = "", OuvreFil = fil }, textes, cancellationToken);
        if (answer is ReponseMoteur.Fait)
        {
            services.Avis.Laisser("fait", message);
            return Results.LocalRedirect(services.Session.EstPersonne ? "/mon-parcours" : $"/dossiers/{dossierId}");
        }

        saisi.Refus = message;
        saisi.Cle = answer.EstARenvoyer ? cle.ToString() : null;
        return Encore(answer.EstARenvoyer ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity);
    }

    private static RazorComponentResult<App> Encore(int status) => new() { StatusCode = status };

    /// <summary>What the endpoint needs, bound from the container.</summary>
    private readonly record struct Services(Session Session, DemarchesQuery Demarches, ActeSaisi Saisi, Avis Avis, EnvoiActe Envoi, IAntiforgery Antiforgery);
}
