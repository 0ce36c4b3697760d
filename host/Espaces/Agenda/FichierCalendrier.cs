using System.Text;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Redaction;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace FranceTravail.Parcours.Host.Espaces.Agenda;

/// <summary>
/// Writes an appointment as an iCalendar object (RFC 5545): at the hour of its place, whose zone the file holds. The same appointment keeps its
/// identifier, so that an agenda that has it already changes it.
/// </summary>
internal static class FichierCalendrier
{
    public static byte[] Ecrire(RendezVous meeting, Conseiller? receiver, DateTimeZone zone, Instant now)
    {
        var calendar = new Calendar { ProductId = "-//France Travail//Parcours//FR", Method = "PUBLISH" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone.Id, meeting.Debut.InZone(zone).ToDateTimeUnspecified(), includeHistoricalData: false));
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"{meeting.Id}@parcours",
            DtStamp = new CalDateTime(now.ToDateTimeUtc()),
            Summary = meeting.Objet,
            Start = Local(meeting.Debut, zone),
            End = Local(meeting.Fin, zone),
            Location = meeting.Lieu is { } place ? LieuEnClair.EnUneLigne(place) : null,
            Url = Uri.TryCreate(meeting.Lieu?.Lien, UriKind.Absolute, out var room) ? room : null,
            Description = string.Join('\n', [.. Qui(receiver), .. meeting.Lieu is { } where ? LieuEnClair.Lignes(where) : []]),
            Status = Statut(meeting.Statut),
            Sequence = meeting.Statut is StatutRendezVous.Propose or StatutRendezVous.Convoque ? 0 : 1,
        });
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static string Statut(StatutRendezVous statut) =>
        StatutsRendezVous.Rendus.Contains(statut) ? EventStatus.Cancelled : statut is StatutRendezVous.Propose ? EventStatus.Tentative : EventStatus.Confirmed;

    private static string[] Qui(Conseiller? receiver) => receiver is null ? [] : [$"Avec {receiver.Prenom} {receiver.Nom}"];

    private static CalDateTime Local(Instant instant, DateTimeZone zone) => new(instant.InZone(zone).ToDateTimeUnspecified(), zone.Id);
}
