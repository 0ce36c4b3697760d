namespace FranceTravail.Parcours.Workflows.Droit.Sanctions;

/// <summary>Whether the person is struck off the list of jobseekers besides.</summary>
public enum EffetRadiation
{
    Non,
    Oui,

    /// <summary>When everything is suppressed for the longest duration. For RSA, the authority proposes it to France Travail.</summary>
    SiSuppressionTotaleLaPlusLongue,

    /// <summary>When everything is suspended for the longest duration.</summary>
    SiSuspensionTotaleLaPlusLongue,
}
