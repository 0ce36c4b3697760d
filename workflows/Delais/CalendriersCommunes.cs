using FranceTravail.Parcours.Workflows.Communes;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Delais;

/// <summary>The calendar of each commune. Whoever counts a delay or asks for a slot says the commune; there is no other way to a calendar.</summary>
public sealed class CalendriersCommunes
{
    /// <summary>
    /// The communes of Alsace-Moselle that are sure to have a Protestant temple: Strasbourg, Colmar, Mulhouse, Metz. The law names
    /// none and no register lists them.
    /// </summary>
    private static readonly string[] VendrediSaintConnus = ["67482", "68066", "68224", "57463"];

    private readonly HashSet<string> vendrediSaint;

    /// <param name="vendrediSaint">INSEE codes of communes of Alsace-Moselle where Good Friday is a holiday, besides those that are known.</param>
    public CalendriersCommunes(params IEnumerable<string> vendrediSaint) => this.vendrediSaint = [.. VendrediSaintConnus, .. vendrediSaint];

    /// <summary>Without what a deployment adds.</summary>
    public static CalendriersCommunes Nationaux { get; } = new();

    /// <summary>
    /// The calendar of a commune. A merged commune and an arrondissement have that of the commune they belong to; a code younger
    /// than the extract of the geographic code has that of its département.
    /// </summary>
    /// <param name="commune">INSEE code, five characters, for instance <c>67482</c> or <c>2A004</c>.</param>
    /// <param name="le">The day that is asked about: a commune that merged later is then still itself. By default, today's code.</param>
    public CalendrierCivil De(string commune, LocalDate? le = null)
    {
        var actuelle = CodeGeographique.Trouver(commune, le)?.Commune.Code ?? commune;
        return actuelle switch
        {
            ['5', '7', ..] or ['6', '7' or '8', ..] => vendrediSaint.Contains(actuelle) || vendrediSaint.Contains(commune)
                ? CalendriersCivils.AlsaceMoselleVendrediSaint
                : CalendriersCivils.AlsaceMoselle,
            ['9', '7', '1', ..] => CalendriersCivils.Guadeloupe,
            ['9', '7', '2', ..] => CalendriersCivils.Martinique,
            ['9', '7', '3', ..] => CalendriersCivils.Guyane,
            ['9', '7', '4', ..] => CalendriersCivils.Reunion,
            ['9', '7', '5', ..] => CalendriersCivils.SaintPierreEtMiquelon,
            ['9', '7', '6', ..] => CalendriersCivils.Mayotte,
            "97701" => CalendriersCivils.SaintBarthelemy,
            "97801" => CalendriersCivils.SaintMartin,
            _ => CalendriersCivils.Metropole,
        };
    }
}
