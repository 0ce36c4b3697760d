using FranceTravail.Parcours.Workflows.Communes;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Droit.Questions;

internal static class Calendriers
{
    public static string Iso(LocalDate jour) => LocalDatePattern.Iso.Format(jour);

    /// <summary>Why no delay is counted in a commune, a French sentence; null where one is.</summary>
    public static string? HorsChamp(Commune commune) => CodeGeographique.DepartementDe(commune) is { EstHorsChamp: true } d
        ? $"Le Code du travail ne s’applique pas à {commune.Nom} ({d.Nom}) : son calendrier n’est pas connu ici."
        : null;
}
