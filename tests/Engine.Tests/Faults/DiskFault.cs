namespace FranceTravail.Parcours.Engine.Tests.Faults;

/// <summary>How an operation of a disk fails.</summary>
internal enum DiskFault
{
    None,

    /// <summary>Nothing of it is done.</summary>
    Before,

    /// <summary>It is done, and an error comes all the same.</summary>
    After,

    /// <summary>Half of it is done.</summary>
    Torn,

    /// <summary>This one and all after it find no room.</summary>
    Full,

    /// <summary>This one and all after it fail, reads too, and what was not synced is lost.</summary>
    PowerCut,
}
