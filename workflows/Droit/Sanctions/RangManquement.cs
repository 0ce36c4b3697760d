namespace FranceTravail.Parcours.Workflows.Droit.Sanctions;

/// <summary>Whether a breach is the first one.</summary>
public enum RangManquement
{
    Premier,

    /// <summary>It goes on when the measure that punished it ends.</summary>
    Persistance,

    /// <summary>The same breach again, within the window.</summary>
    Reiteration,
}
