using NodaTime;

namespace FranceTravail.Parcours.Workflows.Delais;

/// <summary>The date of Easter Sunday in the Gregorian calendar, on which five French holidays depend.</summary>
internal static class Paques
{
    /// <summary>Anonymous Gregorian computus (Meeus, Jones, Butcher): integer arithmetic only, valid for every year from 1583.</summary>
    public static LocalDate Dimanche(int annee)
    {
        var (a, siecle, b) = (annee % 19, annee / 100, annee % 100);
        var epacte = ((19 * a) + siecle - (siecle / 4) - ((siecle - ((siecle + 8) / 25) + 1) / 3) + 15) % 30;
        var jour = (32 + (2 * (siecle % 4)) + (2 * (b / 4)) - epacte - (b % 4)) % 7;
        var correction = (a + (11 * epacte) + (22 * jour)) / 451;
        var n = epacte + jour - (7 * correction) + 114;
        return new LocalDate(annee, n / 31, (n % 31) + 1);
    }
}
