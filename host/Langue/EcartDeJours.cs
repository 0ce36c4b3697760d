using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;

namespace FranceTravail.Parcours.Host.Langue;

/// <summary>How far a due date is, as a word and an icon: never by colour alone.</summary>
internal sealed record EcartDeJours(string Classe, string Icone, string Texte, string Complet)
{
    /// <summary>
    /// Reads a delay whose last day is <paramref name="jour"/> and which is missed from <paramref name="fin"/> on, as seen
    /// <paramref name="maintenant"/>: late from that instant, not before.
    /// </summary>
    public static EcartDeJours De(LocalDate jour, Instant fin, ZonedDateTime maintenant)
    {
        var days = Period.DaysBetween(maintenant.Date, jour);
        var endOfDay = maintenant.Zone.AtStartOfDay(jour.PlusDays(1)).ToInstant();
        var hour = fin < endOfDay ? Francais.Heure(fin.InZone(maintenant.Zone).TimeOfDay) : null;
        var complet = Francais.DateLongue(jour) + (hour is null ? "" : $" à {hour}");
        return (days, fin <= maintenant.ToInstant()) switch
        {
            ( >= 0, true) => new("retard", "alert-triangle", $"En{Francais.Insecable}retard depuis{Francais.Insecable}{hour}", complet),
            (_, true) => new("retard", "alert-triangle", $"En{Francais.Insecable}retard de{Francais.Insecable}{Francais.Compte(-days, "jour", "jours")}", complet),
            (0, _) => new("jour", "clock", "Aujourd’hui", complet),
            (1, _) => new("neutre", "calendar", "Demain", complet),
            _ => new("neutre", "calendar", Francais.Majuscule(days < 300 ? Francais.JourEtDateCourts(jour) : Francais.DateCourte(jour, maintenant.Year)), complet),
        };
    }
}
