using FranceTravail.Parcours.Engine.Refusals;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>What a fault at start means for who starts the engine: a full disk is not a damaged file.</summary>
internal static class StartFault
{
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>The refusal for a fault of the disk or the file; null for any other fault.</summary>
    public static EngineStartException? Of(string path, Exception e) => Reason(e) is { } reason
        ? new EngineStartException(reason, reason switch
        {
            EngineStartReason.DiskFull => $"There is no room left on the disk of {path}. Make some and start again; what is in the file is not touched.",
            EngineStartReason.DiskFailed => $"The disk of {path} does not read or write: {e.Message}",
            EngineStartReason.DatabaseReadOnly => $"The database file {path} cannot be written.",
            EngineStartReason.DatabaseLocked => $"The database file {path} is used by another process.",
            _ => $"The database file {path} is damaged: {e.Message}. `verify` says where; restore a backup.",
        }, e)
        : null;

    private static EngineStartReason? Reason(Exception e) => e switch
    {
        EngineStartException => null,
        IOException { HResult: NoSpace or OverQuota or NoSpaceOnWindows } => EngineStartReason.DiskFull,
        Refusal { Kind: RefusalKind.DataLoss } => EngineStartReason.DatabaseCorrupt,
        SqliteException s when Damage.Is(s) => EngineStartReason.DatabaseCorrupt,

        // The second one: no room for the index of the journal.
        SqliteException { SqliteErrorCode: SQLITE_FULL } or SqliteException { SqliteExtendedErrorCode: SQLITE_IOERR_SHMSIZE } => EngineStartReason.DiskFull,
        SqliteException { SqliteErrorCode: SQLITE_IOERR } => EngineStartReason.DiskFailed,
        SqliteException { SqliteErrorCode: SQLITE_READONLY or SQLITE_CANTOPEN or SQLITE_PERM } => EngineStartReason.DatabaseReadOnly,
        SqliteException { SqliteErrorCode: SQLITE_BUSY } => EngineStartReason.DatabaseLocked,
        SqliteException => EngineStartReason.DatabaseCorrupt,
        _ => null,
    };
}
