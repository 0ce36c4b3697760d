using NodaTime;

namespace FranceTravail.Parcours.Host.Simulateurs.Agenda;

/// <summary>Days on which a desk is open.</summary>
internal static class JoursOuvres
{
    public static bool Contient(LocalDate jour) => jour.DayOfWeek is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Friday;
}
