namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Why the case store did not do what it was asked: one closed family, whichever provider keeps it.</summary>
public enum MotifDossiers
{
    /// <summary>A row with this key is there already.</summary>
    DejaLa,

    /// <summary>The row names another one that is not there.</summary>
    LienRompu,

    /// <summary>What happened, or was published, is never rewritten.</summary>
    Immuable,

    /// <summary>Somebody else holds what is needed, for longer than one waits. Asking again later is right.</summary>
    Occupee,

    DisquePlein,

    LectureSeule,

    Corrompue,

    /// <summary>The server does not answer, or ended the connection. Asking again later is right.</summary>
    Indisponible,

    /// <summary>The server wants a password: there is none, or it is not that one.</summary>
    MotDePasse,

    /// <summary>The server does not let this user in, or not from here.</summary>
    AccesRefuse,

    /// <summary>The server has no such database.</summary>
    Absente,

    /// <summary>The store that this data folder worked with is gone: what is there now is empty, or nothing.</summary>
    Disparue,

    /// <summary>Something else lies where the store was when this process opened it.</summary>
    Remplacee,

    /// <summary>The store is not the one that this data folder worked with.</summary>
    AutreBase,

    /// <summary>It is a sandbox's, and was to be served in real time.</summary>
    BacASable,

    /// <summary>Its time is real, and a sandbox was to serve it.</summary>
    TempsReel,

    PlusRecente,

    PlusAncienne,
}
