namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>What a command is about to do with the case store and its engine, and so how much of both is held together before.</summary>
internal enum UsageBase
{
    /// <summary>Looks, or changes only what the store says of itself. Both must belong together; either may be older.</summary>
    Lire,

    /// <summary>Writes to both. Whatever stops a start stops it too.</summary>
    Ecrire,

    /// <summary>The same, and a case store may begin with it.</summary>
    Commencer,

    /// <summary>Mends the store from the histories, so that it may be older, or begin with it.</summary>
    Rebatir,

    /// <summary>The same for all of it, so that the store may be gone.</summary>
    RebatirTout,

    /// <summary>Ties the store to the engine that answers, whichever it is.</summary>
    Rattacher,
}
