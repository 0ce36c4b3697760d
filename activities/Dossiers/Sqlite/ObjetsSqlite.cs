namespace FranceTravail.Parcours.Activities.Dossiers.Sqlite;

/// <summary>
/// What happened is never rewritten, and a published template is pinned by journeys for years: the file itself refuses. Facts leave with
/// their whole dossier, or when they are written again from the histories.
/// </summary>
internal static class ObjetsSqlite
{
    public static readonly IReadOnlyDictionary<string, string> Tous = new Dictionary<string, string>
    {
        ["Faits_immuables_update"] = "CREATE TRIGGER Faits_immuables_update BEFORE UPDATE ON Faits BEGIN SELECT RAISE(ABORT, 'Faits is append-only'); END;",
        ["Faits_immuables_delete"] =
            """
            CREATE TRIGGER Faits_immuables_delete BEFORE DELETE ON Faits
            WHEN EXISTS (SELECT 1 FROM Dossiers WHERE Id = OLD.DossierId) AND NOT EXISTS (SELECT 1 FROM Reconstructions WHERE DossierId = OLD.DossierId)
            BEGIN SELECT RAISE(ABORT, 'Faits is append-only'); END;
            """,
        ["Modeles_immuables_update"] = "CREATE TRIGGER Modeles_immuables_update BEFORE UPDATE ON Modeles BEGIN SELECT RAISE(ABORT, 'Modeles is append-only'); END;",
        ["Modeles_immuables_delete"] = "CREATE TRIGGER Modeles_immuables_delete BEFORE DELETE ON Modeles BEGIN SELECT RAISE(ABORT, 'Modeles is append-only'); END;",
    };
}
