namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>How a journey and its dossier agree.</summary>
public enum Concordance
{
    /// <summary>The store shows what the histories hold.</summary>
    Egale,

    /// <summary>The store shows something else.</summary>
    Differente,

    /// <summary>The workflow was cancelled, terminated or failed, and the dossier is open.</summary>
    Interrompue,

    /// <summary>The service holds no workflow of this dossier.</summary>
    SansParcours,

    /// <summary>The store holds no dossier of this workflow.</summary>
    SansDossier,
}
