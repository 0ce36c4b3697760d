namespace FranceTravail.Parcours.Workflows.Droit.Sanctions;

/// <summary>Which scale a person is under: it follows what she receives.</summary>
public enum RegimeSanction
{
    Rsa,

    /// <summary>A replacement income from France Travail, or the allowance of a CEJ or a PACEA.</summary>
    Allocation,

    /// <summary>Neither allowance nor RSA.</summary>
    Sans,
}
