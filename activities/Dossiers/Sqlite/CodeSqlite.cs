namespace FranceTravail.Parcours.Activities.Dossiers.Sqlite;

/// <summary>The result codes of SQLite that have a meaning for us.</summary>
internal static class CodeSqlite
{
    public const int Permission = 3;
    public const int Busy = 5;
    public const int Locked = 6;
    public const int ReadOnly = 8;
    public const int Io = 10;
    public const int Corrupt = 11;
    public const int Full = 13;
    public const int CannotOpen = 14;
    public const int NotADatabase = 26;

    /// <summary>Extended: which constraint refused.</summary>
    public const int ForeignKey = 787;
    public const int PrimaryKey = 1555;
    public const int Trigger = 1811;
    public const int Unique = 2067;
}
