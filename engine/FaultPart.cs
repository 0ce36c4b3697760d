namespace FranceTravail.Parcours.Engine;

/// <summary>Parts of a database file.</summary>
public enum FaultPart
{
    /// <summary>The file as such.</summary>
    File,

    /// <summary>One page of it.</summary>
    Page,

    /// <summary>A run: its state or its history.</summary>
    Run,

    /// <summary>A history without a run.</summary>
    Histories,

    /// <summary>What lists and counts show.</summary>
    Lists,
}
