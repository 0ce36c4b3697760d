using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Workflows.Delais;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Host.Espaces.Agenda;

/// <summary>An appointment as a calendar file, for the person and for the counsellors of her territory.</summary>
internal static class RendezVousEndpoints
{
    public static void MapRendezVous(this IEndpointRouteBuilder routes) => routes.MapGet("/rendez-vous/{dossierId}/{id}.ics", async (
        string dossierId, string id, Session session, IDbContextFactory<DossiersDbContext> contexts, JournalAcces journal, TimeProvider clock, CancellationToken cancellationToken) =>
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var meeting = await db.RendezVous.AsNoTracking().Include(r => r.Dossier).FirstOrDefaultAsync(r => r.DossierId == dossierId && r.Id == id, cancellationToken);
        if (meeting is not { Dossier: { } dossier } || !(session.EstPersonne ? dossierId == session.Id : dossier.Territoire == session.Territoire.Code))
        {
            return Results.NotFound();
        }

        await journal.NoterAsync(session, JournalAcces.RendezVous, [dossierId], cancellationToken);
        var receiver = await db.Conseillers.AsNoTracking().FirstOrDefaultAsync(c => c.Id == meeting.ConseillerId, cancellationToken);
        var zone = CalendriersCommunes.Nationaux.De(dossier.CommuneInsee).Zone;
        return Results.File(FichierCalendrier.Ecrire(meeting, receiver, zone, clock.GetUtcNow().ToInstant()), "text/calendar; charset=utf-8", "rendez-vous.ics");
    }).RequireAuthorization();
}
