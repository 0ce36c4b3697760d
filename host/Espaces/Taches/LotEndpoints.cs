using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Redaction;
using Microsoft.AspNetCore.Antiforgery;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>
/// Several tasks confirmed at once, each of them shown and ticked: one act each, by this counsellor, with a key of its own. What one refuses
/// stops none of the others.
/// </summary>
internal static class LotEndpoints
{
    /// <summary>A page of an inbox.</summary>
    private const int Most = 50;

    /// <summary>Refusals that are told in full; the rows themselves stay in the inbox.</summary>
    private const int Told = 5;

    public static void MapLots(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/taches", AgirAsync).RequireAuthorization(policy => policy.RequireRole(Roles.Conseiller));

    private static async Task<IResult> AgirAsync(HttpContext context, [AsParameters] Services services, CancellationToken cancellationToken)
    {
        if (!await services.Antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var ticked = form["tache"].OfType<string>().Distinct().ToList();
        if (!Guid.TryParse(form["cle"], out var cle) || ticked.Count > Most || ticked.Exists(t => t.Split('/').Length != 2))
        {
            return Results.BadRequest();
        }

        var (done, refused) = (new List<string>(), new List<string>());
        foreach (var address in ticked)
        {
            var (task, answer) = await ConfirmerAsync(services, cle, address.Split('/'), cancellationToken);
            var name = task is null ? "Une ligne" : $"{task.Dossier!.Prenom} {task.Dossier.Nom}".Trim();
            (answer is ReponseMoteur.Fait ? done : refused).Add(answer is ReponseMoteur.Fait ? name : $"{name} — {answer.SansFormulaire}");
        }

        services.Avis.Laisser(refused.Count == 0 && done.Count > 0 ? "fait" : "erreur", Dire(done, refused));
        return Results.LocalRedirect(Retour.Local(form["retour"]) ?? "/ma-journee");
    }

    private static async Task<(Tache? Task, ReponseMoteur Answer)> ConfirmerAsync(Services services, Guid cle, string[] address, CancellationToken cancellationToken)
    {
        var task = await services.Taches.LireAsync(services.Session, address[0], address[1], cancellationToken);
        if (task?.Gestes.FirstOrDefault(g => g.EnLot) is not { } geste)
        {
            return (task, new ReponseMoteur.Refuse("Cette ligne ne se confirme pas avec d’autres, ou n’existe plus."));
        }

        var (acte, textes) = TextesDActe.Acte(geste, new Dictionary<string, string>(), cle, task.Id, services.Session.ActeurPour(task.ResponsableRole));
        return (task, (await services.Envoi.EnvoyerAsync(task.DossierId, task.Flux, acte, textes, cancellationToken)).Answer);
    }

    private static string Dire(List<string> done, List<string> refused)
    {
        var sentences = new List<string>();
        if (done.Count > 0)
        {
            sentences.Add($"C’est confirmé pour {Francais.Compte(done.Count, "personne", "personnes")} : {string.Join(", ", done)}.");
        }

        if (refused.Count > 0)
        {
            sentences.Add($"Ce n’est pas fait pour {Francais.Compte(refused.Count, "personne", "personnes")} : {string.Join(" ", refused.Take(Told))}{(refused.Count > Told ? " Les autres restent dans la liste." : "")}");
        }

        return sentences.Count == 0 ? "Cochez au moins une ligne." : string.Join(" ", sentences);
    }

    private readonly record struct Services(Session Session, TacheQuery Taches, Avis Avis, EnvoiActe Envoi, IAntiforgery Antiforgery);
}
