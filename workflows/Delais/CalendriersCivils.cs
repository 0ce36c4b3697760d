namespace FranceTravail.Parcours.Workflows.Delais;

/// <summary>The closed list of calendars; a commune leads to one of them (<see cref="CalendriersCommunes"/>).</summary>
internal static class CalendriersCivils
{
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

    private static CalendrierCivil OutreMer(string code, string zone, int mois, int jour) =>
        new(code, zone, a => [JoursFeries.Abolition(a, mois, jour)]);
}
