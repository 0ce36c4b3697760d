using Npgsql;

namespace FranceTravail.Parcours.Activities.Dossiers.PostgreSql;

/// <summary>The failures of PostgreSQL and of its connection in the words of the case store.</summary>
internal static class ErreursPostgreSql
{
    public static MotifDossiers? MotifDe(NpgsqlException error) => error switch
    {
        // A right that lacks at the connection ends it.
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege, InvariantSeverity: "FATAL" } => MotifDossiers.AccesRefuse,
        PostgresException { SqlState: var code } => MotifDe(code),
        { InnerException: TimeoutException } => MotifDossiers.Occupee,

        // Before the server is asked: it wants a password, and there is none. A server that does not answer is a failure of the network.
        { InnerException: null } when error.Message.StartsWith("No password", StringComparison.Ordinal) => MotifDossiers.MotDePasse,
        _ => MotifDossiers.Indisponible,
    };

    private static MotifDossiers? MotifDe(string code) => code switch
    {
        PostgresErrorCodes.UniqueViolation => MotifDossiers.DejaLa,
        PostgresErrorCodes.ForeignKeyViolation => MotifDossiers.LienRompu,
        PostgresErrorCodes.RaiseException => MotifDossiers.Immuable,
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ObjectInUse => MotifDossiers.Occupee,
        PostgresErrorCodes.DiskFull or PostgresErrorCodes.IoError => MotifDossiers.DisquePlein,
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege => MotifDossiers.LectureSeule,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => MotifDossiers.Corrompue,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => MotifDossiers.Indisponible,
        PostgresErrorCodes.InvalidPassword => MotifDossiers.MotDePasse,
        PostgresErrorCodes.InvalidAuthorizationSpecification => MotifDossiers.AccesRefuse,
        PostgresErrorCodes.InvalidCatalogName => MotifDossiers.Absente,
        ['0', '8', ..] => MotifDossiers.Indisponible,
        _ => null,
    };
}
