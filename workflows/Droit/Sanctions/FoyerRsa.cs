namespace FranceTravail.Parcours.Workflows.Droit.Sanctions;

/// <summary>The household of an RSA recipient, as far as the scale looks at it.</summary>
public enum FoyerRsa
{
    Seul,

    /// <summary>More than one person.</summary>
    Plusieurs,

    /// <summary>The higher amount of an isolated parent (CASF, art. L262-9).</summary>
    Majoration,
}
