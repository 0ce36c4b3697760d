namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>What steps announce to the other threads: names that templates know, too.</summary>
public static class Annonces
{
    /// <summary>A contract is signed by both sides.</summary>
    public const string ContratSigne = "contrat.signe";

    /// <summary>An orientation, first or new, is decided: with the letter that notifies it (<see cref="Workflows.Orientation.LettreDecision"/>).</summary>
    public const string OrientationDecidee = "orientation.decidee";

    /// <summary>Its notice is known to have been received.</summary>
    public const string OrientationRecue = "orientation.recue";

    /// <summary>The person goes on with another organism.</summary>
    public const string ReorientationDecidee = "reorientation.decidee";
}
