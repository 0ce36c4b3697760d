using FranceTravail.Parcours.Workflows.Communes;

namespace FranceTravail.Parcours.Workflows.Delais;

/// <summary>The closed list of calendars.</summary>
public static class CalendriersCivils
{
    /// <summary>
    /// The communes of Alsace-Moselle that are sure to have a Protestant temple: Strasbourg, Colmar, Mulhouse, Metz. The law names
    /// none and no register lists them: a deployment adds its own (setting <c>Calendrier:CommunesVendrediSaint</c>).
    /// </summary>
    public static IReadOnlySet<string> CommunesVendrediSaint { get; } = new HashSet<string> { "67482", "68066", "68224", "57463" };

    public static CalendrierCivil Metropole { get; } = new("metropole", "Europe/Paris", _ => []);

    public static CalendrierCivil AlsaceMoselle { get; } = new("alsace-moselle", "Europe/Paris", a => [JoursFeries.SaintEtienne(a)]);

    public static CalendrierCivil AlsaceMoselleVendrediSaint { get; } =
        new("alsace-moselle-vendredi-saint", "Europe/Paris", a => [JoursFeries.SaintEtienne(a), JoursFeries.VendrediSaint(a)]);

    public static CalendrierCivil Guadeloupe { get; } = OutreMer("guadeloupe", "America/Guadeloupe", 5, 27);

    public static CalendrierCivil Martinique { get; } = OutreMer("martinique", "America/Martinique", 5, 22);

    public static CalendrierCivil Guyane { get; } = OutreMer("guyane", "America/Cayenne", 6, 10);

    public static CalendrierCivil Reunion { get; } = OutreMer("reunion", "Indian/Reunion", 12, 20);

    public static CalendrierCivil Mayotte { get; } = OutreMer("mayotte", "Indian/Mayotte", 4, 27);

    public static CalendrierCivil SaintBarthelemy { get; } = OutreMer("saint-barthelemy", "America/St_Barthelemy", 10, 9);

    public static CalendrierCivil SaintMartin { get; } = OutreMer("saint-martin", "America/Marigot", 5, 27);

    public static CalendrierCivil SaintPierreEtMiquelon { get; } = new("saint-pierre-et-miquelon", "America/Miquelon", _ => []);

    public static IReadOnlyList<CalendrierCivil> Tous { get; } =
    [
        Metropole, AlsaceMoselle, AlsaceMoselleVendrediSaint, Guadeloupe, Martinique, Guyane, Reunion, Mayotte,
        SaintBarthelemy, SaintMartin, SaintPierreEtMiquelon,
    ];

    /// <summary>The calendar of a code, or null when there is none.</summary>
    public static CalendrierCivil? Trouver(string code) => Tous.FirstOrDefault(c => c.Code == code);

    /// <summary>The calendar of a commune, by its INSEE code; a merged commune and an arrondissement have that of the commune they belong to.</summary>
    /// <param name="insee">Five characters, for instance <c>67482</c> or <c>2A004</c>.</param>
    /// <param name="vendrediSaint">Communes of Alsace-Moselle where Good Friday is a holiday; by default <see cref="CommunesVendrediSaint"/>.</param>
    public static CalendrierCivil PourCommune(string insee, IReadOnlySet<string>? vendrediSaint = null)
    {
        var commune = CodeGeographique.Trouver(insee)?.Commune.Code ?? insee;
        var ontUnTemple = vendrediSaint ?? CommunesVendrediSaint;
        return commune switch
        {
            ['5', '7', ..] or ['6', '7' or '8', ..] => ontUnTemple.Contains(commune) || ontUnTemple.Contains(insee) ? AlsaceMoselleVendrediSaint : AlsaceMoselle,
            ['9', '7', '1', ..] => Guadeloupe,
            ['9', '7', '2', ..] => Martinique,
            ['9', '7', '3', ..] => Guyane,
            ['9', '7', '4', ..] => Reunion,
            ['9', '7', '5', ..] => SaintPierreEtMiquelon,
            ['9', '7', '6', ..] => Mayotte,
            "97701" => SaintBarthelemy,
            "97801" => SaintMartin,
            _ => Metropole,
        };
    }

    private static CalendrierCivil OutreMer(string code, string zone, int mois, int jour) =>
        new(code, zone, a => [JoursFeries.Abolition(a, mois, jour)]);
}
