namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>What a person receives, as far as competence looks at it.</summary>
public enum AllocationPercue
{
    Aucune,
    Rsa,

    /// <summary>A replacement income paid by France Travail: ARE.</summary>
    Are,

    /// <summary>The same: ASS.</summary>
    Ass,

    /// <summary>The allowance of a contrat d'engagement jeune.</summary>
    Cej,

    /// <summary>The allowance of a PACEA.</summary>
    Pacea,
}
