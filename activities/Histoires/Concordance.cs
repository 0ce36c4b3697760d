namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>How a journey and its dossier agree.</summary>
public enum Concordance
{
    /// <summary>The store shows what the histories hold.</summary>
    Egale,

    /// <summary>The store shows something else.</summary>
    Differente,

    /// <summary>The store shows what the histories hold, and has lost what histories never held: only a backup gives it back.</summary>
    Incomplete,

    /// <summary>A workflow was cancelled, terminated or failed: of the journey while the dossier is open, or of one of its open threads.</summary>
    Interrompue,

    /// <summary>A workflow task of the journey, or of one of its threads, fails at each try; or a decision of it.</summary>
    Bloquee,

    /// <summary>The service holds no workflow of this dossier.</summary>
    SansParcours,

    /// <summary>The service holds the journey, and not the workflow of one of its threads.</summary>
    SansFil,

    /// <summary>The store holds no dossier of this workflow.</summary>
    SansDossier,

    /// <summary>Neither the store nor the service knows it.</summary>
    Inconnue,
}
