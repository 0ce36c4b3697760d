using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Espaces.Personne;

/// <summary>A person's appointment as a calendar file.</summary>
internal static class RendezVousEndpoints
{
    public static void MapRendezVous(this IEndpointRouteBuilder routes) => routes.MapGet("/mon-parcours/rendez-vous/{id}.ics", async (
        string id, Session session, IDbContextFactory<DossiersDbContext> contexts, CancellationToken cancellationToken) =>
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var meeting = await db.RendezVous.AsNoTracking().FirstOrDefaultAsync(r => r.DossierId == session.Id && r.Id == id, cancellationToken);
        return meeting is null ? Results.NotFound() : Results.Text(Calendrier(meeting), "text/calendar; charset=utf-8");
    }).RequireAuthorization(policy => policy.RequireRole(Roles.Personne));

    private static string Calendrier(RendezVous meeting)
    {
        var calendar = new Calendar { ProductId = "-//Parcours//FR" };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"{meeting.DossierId}-{meeting.Id}",
            Summary = meeting.Objet,
            Location = meeting.Lieu,
            Start = new CalDateTime(meeting.Debut.ToDateTimeUtc()),
            End = new CalDateTime(meeting.Fin.ToDateTimeUtc()),
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
