namespace FranceTravail.Parcours.Engine.Storage;

/// <summary>An item of a run as it stands in the file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Its key: a number or a text.</param>
/// <param name="Value">It; null when it is gone.</param>
internal sealed record ItemRow(ItemKind Kind, object Key, byte[]? Value);
