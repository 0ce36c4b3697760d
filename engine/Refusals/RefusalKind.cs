namespace FranceTravail.Parcours.Engine.Refusals;

/// <summary>The kinds of refusals. There are no others.</summary>
internal enum RefusalKind
{
    /// <summary>The request can never be granted as it is.</summary>
    InvalidArgument,

    NotFound,

    AlreadyExists,

    /// <summary>It could be granted if something else were so.</summary>
    FailedPrecondition,

    PermissionDenied,

    /// <summary>A limit is reached; later it may not be.</summary>
    ResourceExhausted,

    /// <summary>The engine does not have it.</summary>
    Unimplemented,

    /// <summary>The engine cannot do it now: it stops, or its disk is full.</summary>
    Unavailable,

    /// <summary>What is on disk is damaged.</summary>
    DataLoss,
}
