using System.Text;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Espaces.Agenda;
using FranceTravail.Parcours.Workflows.Dossiers;
using NodaTime;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Agenda;

/// <summary>RFC 5545, read here by its own rules and not by the library that wrote it.</summary>
public class When_an_appointment_is_put_in_a_calendar
{
    private static readonly Instant Now = Instant.FromUtc(2026, 7, 1, 8, 0);

    [Theory]
    [InlineData("Europe/Paris", 2026, 7, 15, "20260715T100000", "+0200")]
    [InlineData("Europe/Paris", 2026, 12, 15, "20261215T090000", "+0100")]
    [InlineData("Indian/Reunion", 2026, 7, 15, "20260715T120000", "+0400")]
    public void Should_say_the_hour_of_the_place_and_its_zone(string zone, int year, int month, int day, string start, string offset)
    {
        var lines = Lines(Meeting(Instant.FromUtc(year, month, day, 8, 0)), zone);
        Assert.Contains($"DTSTART;TZID={zone}:{start}", lines);
        Assert.StartsWith($"DTEND;TZID={zone}:", lines.Single(l => l.StartsWith("DTEND", StringComparison.Ordinal)), StringComparison.Ordinal);
        var definition = lines[lines.IndexOf("BEGIN:VTIMEZONE")..lines.IndexOf("END:VTIMEZONE")];
        Assert.Contains($"TZID:{zone}", definition);
        Assert.Contains($"TZOFFSETTO:{offset}", definition);
        Assert.Equal(Now.ToString("uuuuMMdd'T'HHmmss'Z'", null), lines.Single(l => l.StartsWith("DTSTAMP:", StringComparison.Ordinal))["DTSTAMP:".Length..]);
    }

    [Fact]
    public void Should_fold_at_seventy_five_octets_end_each_line_and_break_no_letter()
    {
        var text = Encoding.UTF8.GetString(FichierCalendrier.Ecrire(Meeting(Now, new string('é', 120)), null, DateTimeZoneProviders.Tzdb["Europe/Paris"], Now));
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\ufffd', text);
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains(new string('é', 120), Unfold(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_escape_commas_semicolons_backslashes_and_line_ends()
    {
        var lines = Lines(Meeting(Now, @"Salle A;B\C"), "Europe/Paris");
        Assert.Contains(@"LOCATION:Salle A\;B\\C\, 14 rue de la Perche\, 62300 Lens", lines);
        Assert.StartsWith(@"DESCRIPTION:Avec Anna Nowak\nSalle A\;B\\C\n14 rue de la Perche\, 62300 Lens\nPour nous joindre", lines.Single(l => l.StartsWith("DESCRIPTION", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StatutRendezVous.Propose, "TENTATIVE")]
    [InlineData(StatutRendezVous.Confirme, "CONFIRMED")]
    [InlineData(StatutRendezVous.Convoque, "CONFIRMED")]
    [InlineData(StatutRendezVous.Deplace, "CANCELLED")]
    [InlineData(StatutRendezVous.AnnuleParOrganisme, "CANCELLED")]
    public void Should_be_the_same_event_whatever_its_status(StatutRendezVous statut, string said)
    {
        var meeting = Meeting(Now);
        meeting.Statut = statut;
        var lines = Lines(meeting, "Europe/Paris");
        Assert.Contains($"STATUS:{said}", lines);
        Assert.Contains("UID:r1@parcours", lines);
        Assert.Equal(["BEGIN:VCALENDAR", "END:VCALENDAR"], [lines[0], lines[^1]]);
        Assert.Contains("VERSION:2.0", lines);
    }

    [Fact]
    public void Should_give_the_address_of_a_video_room()
    {
        var meeting = Meeting(Now);
        meeting.Lieu = meeting.Lieu! with { Canal = CanalRendezVous.Visio, Lien = "https://visio.example/1" };
        var lines = Lines(meeting, "Europe/Paris");
        Assert.Contains("LOCATION:en visio", lines);
        Assert.Contains("URL:https://visio.example/1", lines);
    }

    private static RendezVous Meeting(Instant start, string place = "Agence de Lens") => new()
    {
        DossierId = "d1",
        Id = "r1",
        Objet = "Premier rendez-vous",
        Debut = start,
        Fin = start + Duration.FromMinutes(45),
        Lieu = new() { Nom = place, Adresse = "14 rue de la Perche, 62300 Lens", Telephone = "01 99 00 31 13" },
    };

    private static List<string> Lines(RendezVous meeting, string zone) =>
        [.. Unfold(Encoding.UTF8.GetString(FichierCalendrier.Ecrire(meeting, Conseillers.Initiaux.Single(c => c.Id == "c-pas-de-calais-2"), DateTimeZoneProviders.Tzdb[zone], Now))).TrimEnd().Split("\r\n")];

    private static string Unfold(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n\t", "", StringComparison.Ordinal);
}
