using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Host.Langue;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>Where every act on a task is posted, whatever page it was posted from. Done: back there. Refused: the task's page says why.</summary>
internal static class ActesEndpoints
{
    /// <summary>Before the page of the same address, which also takes posts by itself.</summary>
    private const int BeforePages = -1;

    public static void MapActes(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/taches/{dossierId}/{tacheId}", AgirAsync).WithOrder(BeforePages).RequireAuthorization();

    private static async Task<IResult> AgirAsync(string dossierId, string tacheId, HttpContext context, [AsParameters] Services services, CancellationToken cancellationToken)
    {
        if (!await services.Antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var task = await services.Taches.LireAsync(services.Session, dossierId, tacheId, cancellationToken);
        var code = form["geste"].ToString();
        if (task?.ResponsableRole is RoleActeur.Encadrement && !services.Session.Lecteur.Encadrant)
        {
            return Results.Forbid();
        }

        if (task is null || task.Gestes.FirstOrDefault(g => g.Code == code) is not { } geste || !Guid.TryParse(form["cle"], out var cle))
        {
            return task is null ? Results.NotFound() : Results.BadRequest();
        }

        var saisi = services.Saisi;
        (saisi.Geste, saisi.Retour) = (code, form["retour"]);
        var (values, errors) = LectureGeste.Lire(geste, form);
        saisi.Valeurs = geste.Champs.ToDictionary(c => c.Nom, c => LectureGeste.Saisi(c, form));
        if (errors.Count > 0)
        {
            saisi.Erreurs = errors;
            return Encore();
        }

        var acteur = services.Session.ActeurPour(task.ResponsableRole);
        var (acte, textes) = TextesDActe.Acte(geste, values, cle, tacheId, acteur);
        var (answer, message) = await services.Envoi.EnvoyerAsync(dossierId, task.Flux, acte, textes, cancellationToken);
        if (answer is ReponseMoteur.Fait)
        {
            services.Avis.Laisser("fait", services.Session.EstConseiller ? DeQui(task, message) : message);
            return Results.LocalRedirect(Retour.Local(saisi.Retour) ?? (services.Session.EstPersonne ? "/mon-parcours" : $"/dossiers/{dossierId}"));
        }

        saisi.Refus = answer.Phrase;
        saisi.Cle = answer.EstARenvoyer ? cle.ToString() : null;
        return Encore(answer.EstARenvoyer ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>In a list of sixty persons, what was done is said with the name of the one it was done for.</summary>
    private static string DeQui(Tache task, string message) =>
        $"{task.Dossier!.Prenom} {task.Dossier.Nom}".Trim() + $"{Francais.Insecable}: {char.ToLowerInvariant(message[0])}{message[1..]}";

    private static RazorComponentResult<App> Encore(int status = StatusCodes.Status422UnprocessableEntity) => new() { StatusCode = status };

    /// <summary>What the endpoint needs, bound from the container.</summary>
    private readonly record struct Services(
        Session Session, TacheQuery Taches, ActeSaisi Saisi, Avis Avis, EnvoiActe Envoi, IAntiforgery Antiforgery);
}
