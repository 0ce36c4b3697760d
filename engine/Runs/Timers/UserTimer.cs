using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Timers;

/// <summary>A timer of the workflow's own, by Temporal's name a user timer.</summary>
internal sealed record UserTimer(string TimerId, long StartedEventId, DateTimeOffset FiresAt)
{
    /// <summary>The timer that a started event tells of.</summary>
    public static UserTimer Of(HistoryEvent started)
    {
        var a = started.TimerStartedEventAttributes;
        return new UserTimer(a.TimerId, started.EventId, started.EventTime.ToMoment().After(a.StartToFireTimeout.ToSpan()));
    }
}
