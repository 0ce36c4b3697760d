namespace FranceTravail.Parcours.Engine;

/// <summary>Why the engine could not start.</summary>
public enum EngineStartReason
{
    /// <summary>Another program listens on the address.</summary>
    PortInUse,

    /// <summary>Another process owns the database file.</summary>
    DatabaseLocked,

    /// <summary>The file or its folder cannot be written.</summary>
    DatabaseReadOnly,

    /// <summary>There is no room left on the disk.</summary>
    DiskFull,

    /// <summary>The disk does not read or write.</summary>
    DiskFailed,

    /// <summary>The file was written by a newer engine.</summary>
    DatabaseNewer,

    /// <summary>The file was written by an engine of before the first version that is kept.</summary>
    DatabaseOlder,

    /// <summary>The file is not there, or is empty, and its mark or its journal is.</summary>
    DatabaseMissing,

    /// <summary>The file is older than it was, or another one: what was acknowledged is missing in it.</summary>
    DatabaseNotTheLast,

    /// <summary>The file is not a database of the engine, or damaged.</summary>
    DatabaseCorrupt,
}
