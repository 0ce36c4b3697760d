namespace FranceTravail.Parcours.Workflows.Taches;

public enum TypeChamp
{
    /// <summary>Free text: the value carried is the reference of a text kept in the case store.</summary>
    Texte,
    Nombre,

    /// <summary>Hours a week, decimal with quarter steps: 7.5 is 7 h 30.</summary>
    Heures,
    Date,

    /// <summary>Local time of day, <c>09:30</c>.</summary>
    Heure,
    Choix,

    /// <summary>Several codes of <see cref="Champ.Choix"/>, separated by commas.</summary>
    ChoixMultiple,

    /// <summary>A check box: <c>oui</c> or <c>non</c>.</summary>
    Case,
}
