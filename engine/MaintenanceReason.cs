namespace FranceTravail.Parcours.Engine;

/// <summary>Why something could not be done with the database file: for those who say it in another language than the message.</summary>
public enum MaintenanceReason
{
    /// <summary>There is no file.</summary>
    NoFile,

    /// <summary>There is a file already, in whose place nothing may be put.</summary>
    FileThere,

    /// <summary>The folder holds no backup of this file.</summary>
    NoBackup,

    /// <summary>A part of the backup is missing, or is not as it was written.</summary>
    BackupDamaged,

    /// <summary>The file is not as it was written.</summary>
    Damaged,

    /// <summary>The engine would not start on the file; <see cref="MaintenanceException.Start"/> says why.</summary>
    WouldNotStart,

    /// <summary>The file or the folder cannot be read or written: a right is missing, or the disk is full or fails.</summary>
    Unusable,
}
