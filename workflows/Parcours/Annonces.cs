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

    /// <summary>The person says that she lives in another commune. Values: <c>commune</c> (INSEE code), <c>territoire</c> (where one serves it), <c>connuLe</c> (ISO day).</summary>
    public const string CommuneChangee = "commune.changee";

    /// <summary>The dossier has followed her: other authorities.</summary>
    public const string DossierTransfere = "dossier.transfere";

    /// <summary>And other people accompany her, elsewhere.</summary>
    public const string AccueilTransfere = "accueil.transfere";

    /// <summary>Her orientation is for another authority to decide anew, that of the RSA: she moved, or her right opened. The accompaniment goes on beside it.</summary>
    public const string OrientationAReprendre = "orientation.a-reprendre";

    /// <summary>The person goes on with another organism.</summary>
    public const string ReorientationDecidee = "reorientation.decidee";
}
