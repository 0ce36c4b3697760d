namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>The acts that an authority decides.</summary>
public enum NatureActe
{
    Orientation,

    /// <summary>Another organisme référent: a new decision, never by the référent who asks.</summary>
    Reorientation,
    Suspension,
    Suppression,
    Radiation,

    /// <summary>To a jobseeker without allowance and RSA, the first time.</summary>
    Avertissement,
    CessationInscription,

    /// <summary>A suspension is not lifted though it was asked.</summary>
    RefusDeLever,
}
