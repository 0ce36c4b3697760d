using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Redaction;
using Microsoft.AspNetCore.Antiforgery;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>Where every act on a task is posted, whatever page it was posted from. Done: back there. Refused: the task's page says why.</summary>
internal static class ActesEndpoints
{
    public static void MapActes(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/taches/{dossierId}/{tacheId}", AgirAsync).WithOrder(EspacesServices.AvantLesPages).RequireAuthorization();

    private static async Task<IResult> AgirAsync(string dossierId, string tacheId, HttpContext context, [AsParameters] Services services, CancellationToken cancellationToken)
    {
        if (!await services.Antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var task = await services.Taches.LireAsync(services.Session, dossierId, tacheId, cancellationToken);
        var code = form["geste"].ToString();
        if (task?.ResponsableRole is RoleActeur.Encadrement && !services.Session.Compte.Encadrant)
        {
            return Results.Forbid();
        }

        if (task is null || task.Gestes.FirstOrDefault(g => g.Code == code) is not { } geste || !Guid.TryParse(form["cle"], out var cle))
        {
            return task is null ? Results.NotFound() : Results.BadRequest();
        }

        var saisi = services.Saisi;
        saisi.Retour = form["retour"];
        if (saisi.Lire(geste, form) is not { } values)
        {
            return ActeSaisi.Encore();
        }

        var acteur = services.Session.ActeurPour(task.ResponsableRole);
        var (acte, textes) = TextesDActe.Acte(geste, values, cle, tacheId, acteur);
        var (answer, message) = await services.Envoi.EnvoyerAsync(dossierId, task.Flux, acte, textes, cancellationToken);
        if (answer is ReponseMoteur.Fait)
        {
            services.Avis.Laisser("fait", services.Session.EstConseiller ? DeQui(task, message) : message);
            return Results.LocalRedirect(await SuiteAsync(services, dossierId, tacheId, saisi.Retour, cancellationToken));
        }

        return saisi.Encore(answer, cle);
    }

    /// <summary>Where she came from; her day, where her act has given the dossier to other people.</summary>
    private static async Task<string> SuiteAsync(Services services, string dossierId, string tacheId, string? retour, CancellationToken cancellationToken) =>
        services.Session.EstPersonne ? Retour.Local(retour) ?? "/mon-parcours"
        : await services.Taches.LireAsync(services.Session, dossierId, tacheId, cancellationToken) is null ? "/ma-journee"
        : Retour.Local(retour) ?? $"/dossiers/{dossierId}";

    /// <summary>In a list of sixty persons, what was done is said with the name of the one it was done for.</summary>
    private static string DeQui(Tache task, string message) =>
        $"{task.Dossier!.Prenom} {task.Dossier.Nom}".Trim() + $"{Francais.Insecable}: {Francais.Minuscule(message)}";

    /// <summary>What the endpoint needs, bound from the container.</summary>
    private readonly record struct Services(
        Session Session, TacheQuery Taches, ActeSaisi Saisi, Avis Avis, EnvoiActe Envoi, IAntiforgery Antiforgery);
}
