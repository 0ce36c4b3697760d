using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Engine;

/// <summary>What SQLite says when it comes upon something that is not as it was written.</summary>
internal static class Damage
{
    /// <summary>SQLite's code for a page whose check does not hold.</summary>
    public const int Page = SQLitePCL.raw.SQLITE_IOERR | (32 << 8);

    public static bool Is(SqliteException e) => e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB || e.SqliteExtendedErrorCode == Page;
}
