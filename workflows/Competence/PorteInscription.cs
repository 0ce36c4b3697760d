namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>By which door a person came on the list of jobseekers (Code du travail, art. L5411-1).</summary>
public enum PorteInscription
{
    /// <summary>She asked herself.</summary>
    Demandeur,

    /// <summary>She, or her spouse, claimed RSA.</summary>
    Rsa,
    MissionLocale,
    CapEmploi,
}
