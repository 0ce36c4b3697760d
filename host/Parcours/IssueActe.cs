namespace FranceTravail.Parcours.Host.Parcours;

/// <summary>How an act ended.</summary>
internal enum IssueActe
{
    Fait,
    Refuse,

    /// <summary>No answer in time. The same key can be sent again without a second effect.</summary>
    SansReponse,
}
