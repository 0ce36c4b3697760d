using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Host.Langue;

/// <summary>Dates, times and counts as people say them in French, with the no-break spaces that typography wants.</summary>
internal static class Francais
{
    public const char Insecable = '\u00a0';

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly LocalDatePattern Longue = LocalDatePattern.Create("dddd d MMMM yyyy", Culture);
    private static readonly LocalDatePattern Moyenne = LocalDatePattern.Create("d MMMM yyyy", Culture);
    private static readonly LocalDatePattern JourMois = LocalDatePattern.Create("d MMMM", Culture);
    private static readonly LocalDatePattern Courte = LocalDatePattern.Create("d MMM", Culture);
    private static readonly LocalDatePattern CourteAvecJour = LocalDatePattern.Create("ddd d MMM", Culture);
    private static readonly LocalDatePattern Chiffres = LocalDatePattern.Create("dd/MM/yyyy", Culture);

    /// <summary>« mardi 24 novembre 2026 ».</summary>
    public static string DateLongue(LocalDate date) => Lie(Premier(date, Longue.Format(date)));

    /// <summary>« 24 novembre 2026 ».</summary>
    public static string DateMoyenne(LocalDate date) => Lie(Premier(date, Moyenne.Format(date)));

    /// <summary>« 24 novembre », with its year when it is not <paramref name="annee"/>.</summary>
    public static string JourEtMois(LocalDate date, int annee) =>
        Lie(Premier(date, JourMois.Format(date)) + (date.Year == annee ? "" : $" {date.Year}"));

    /// <summary>« 24 nov. », with its year when it is not <paramref name="annee"/>.</summary>
    public static string DateCourte(LocalDate date, int annee) =>
        Lie(Premier(date, Courte.Format(date)) + (date.Year == annee ? "" : $" {date.Year}"));

    /// <summary>« jeu. 26 nov. ».</summary>
    public static string DateAvecJour(LocalDate date) => Lie(Premier(date, CourteAvecJour.Format(date)));

    /// <summary>« 24/11/2026 ».</summary>
    public static string EnChiffres(LocalDate date) => Chiffres.Format(date);

    /// <summary>« 9 h 30 », « 14 h 00 ».</summary>
    public static string Heure(LocalTime time) => $"{time.Hour}{Insecable}h{Insecable}{time.Minute:00}";

    /// <summary>« 16 h 30 » of work, from a number of hours.</summary>
    public static string Duree(decimal hours)
    {
        var minutes = (int)Math.Round(hours * 60);
        return minutes % 60 == 0 ? $"{minutes / 60}{Insecable}h" : $"{minutes / 60}{Insecable}h{Insecable}{minutes % 60:00}";
    }

    /// <summary>« 1 personne », « 58 personnes », « 12 480 parcours ».</summary>
    public static string Compte(long count, string singulier, string pluriel) =>
        $"{Nombre(count)}{Insecable}{(Math.Abs(count) < 2 ? singulier : pluriel)}";

    public static string Nombre(long count) => count.ToString("N0", Culture).Replace('\u202f', Insecable);

    public static string Capitale(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Culture) + text[1..];

    /// <summary>The first of a month is said « 1er ».</summary>
    private static string Premier(LocalDate date, string text) => date.Day == 1 ? text.Replace("1 ", "1er ", StringComparison.Ordinal) : text;

    private static string Lie(string text) => text.Replace(' ', Insecable);
}
