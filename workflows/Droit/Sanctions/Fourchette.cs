namespace FranceTravail.Parcours.Workflows.Droit.Sanctions;

/// <summary>From the least to the most, both inside: percents of what is paid, or months.</summary>
public readonly record struct Fourchette(int Min, int Max);
