namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>What became of one run of a stream.</summary>
public enum EtatFlux
{
    /// <summary>The one that decides.</summary>
    Courant,

    /// <summary>Continued by another run.</summary>
    Continue,

    /// <summary>Of a past that a reset took back: what it showed is kept, and marked.</summary>
    Abandonne,
}
