using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.Notification;

internal sealed record NotificationMemoire : IMemoire<NotificationMemoire>
{
    /// <summary>Of the decision: its notice cannot have been received before that day.</summary>
    public Instant? DecideeLe { get; init; }
}
