using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Activities.Dossiers.Sqlite;

/// <summary>The failures of SQLite in the words of the case store.</summary>
internal static class ErreursSqlite
{
    public static MotifDossiers? MotifDe(SqliteException error) => error.SqliteExtendedErrorCode switch
    {
        CodeSqlite.Unique or CodeSqlite.PrimaryKey => MotifDossiers.DejaLa,
        CodeSqlite.ForeignKey => MotifDossiers.LienRompu,
        CodeSqlite.Trigger => MotifDossiers.Immuable,
        _ => error.SqliteErrorCode switch
        {
            CodeSqlite.ReadOnly or CodeSqlite.CannotOpen or CodeSqlite.Permission => MotifDossiers.LectureSeule,
            CodeSqlite.Corrupt or CodeSqlite.NotADatabase => MotifDossiers.Corrompue,
            CodeSqlite.Busy or CodeSqlite.Locked => MotifDossiers.Occupee,
            CodeSqlite.Full or CodeSqlite.Io => MotifDossiers.DisquePlein,
            _ => null,
        },
    };
}
