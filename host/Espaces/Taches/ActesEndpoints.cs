using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Host.Langue;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;

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
        if (task is null || task.Gestes.FirstOrDefault(g => g.Code == code) is not { } geste || !Guid.TryParse(form["cle"], out var cle))
        {
            return task is null ? Results.NotFound() : Results.BadRequest();
        }

        var saisi = services.Saisi;
        (saisi.Geste, saisi.Retour) = (code, form["retour"]);
        var (values, errors) = LectureGeste.Lire(geste, form);
        saisi.Valeurs = geste.Champs.ToDictionary(c => c.Nom, c => string.Join(',', form[c.Nom].OfType<string>()));
        if (errors.Count > 0)
        {
            saisi.Erreurs = errors;
            return Encore();
        }

        var acteur = services.Session.ActeurPour(task.ResponsableRole);
        await GarderLesTextesAsync(services, dossierId, geste, values, cle, acteur, cancellationToken);
        var acte = new Acte { Cle = cle.ToString(), TacheId = tacheId, Geste = code, Acteur = acteur, Valeurs = values };
        var answer = await services.Journeys.AgirAsync(dossierId, acte, cancellationToken);
        if (answer.Issue is IssueActe.Fait)
        {
            services.Avis.Laisser("fait", services.Session.EstConseiller ? DeQui(task, answer.Message) : answer.Message);
            return Results.LocalRedirect(Retour.Local(saisi.Retour) ?? (services.Session.EstPersonne ? "/mon-parcours" : $"/dossiers/{dossierId}"));
        }

        saisi.Refus = answer.Message;
        saisi.Cle = answer.Issue is IssueActe.SansReponse ? acte.Cle : null;
        return Encore();
    }

    /// <summary>In a list of sixty persons, what was done is said with the name of the one it was done for.</summary>
    private static string DeQui(Tache task, string message) =>
        $"{task.Dossier!.Prenom} {task.Dossier.Nom}{Francais.Insecable}: {char.ToLowerInvariant(message[0])}{message[1..]}";

    private static RazorComponentResult<App> Encore() => new() { StatusCode = StatusCodes.Status422UnprocessableEntity };

    /// <summary>
    /// Free text may name people: it stays in the case store and only its reference goes on. The reference comes from the act's key, so that
    /// the same act sent twice keeps one text.
    /// </summary>
    private static async Task GarderLesTextesAsync(
        Services services, string dossierId, Geste geste, Dictionary<string, string> values, Guid cle, Acteur acteur, CancellationToken cancellationToken)
    {
        await using var db = await services.Contexts.CreateDbContextAsync(cancellationToken);
        foreach (var champ in geste.Champs.Where(c => c.Type is TypeChamp.Texte && values.ContainsKey(c.Nom)))
        {
            var id = $"{cle:n}-{champ.Nom}";
            if (!await db.TextesLibres.AnyAsync(t => t.Id == id, cancellationToken))
            {
                db.TextesLibres.Add(new()
                {
                    Id = id,
                    DossierId = dossierId,
                    AuteurRole = acteur.Role.ToString(),
                    AuteurId = acteur.Id,
                    Texte = values[champ.Nom],
                    CreeLe = services.Clock.GetUtcNow().ToInstant(),
                });
            }

            values[champ.Nom] = id;
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What the endpoint needs, bound from the container.</summary>
    private readonly record struct Services(
        Session Session, TacheQuery Taches, ActeSaisi Saisi, Avis Avis, JourneyClient Journeys, IDbContextFactory<DossiersDbContext> Contexts,
        IAntiforgery Antiforgery, TimeProvider Clock);
}
