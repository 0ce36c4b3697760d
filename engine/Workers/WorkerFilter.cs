using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Visibility.Queries;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Worker.V1;

namespace FranceTravail.Parcours.Engine.Workers;

/// <summary>Whether a worker matches a query. A name that no worker has matches none.</summary>
internal static class WorkerFilter
{
    public static bool Matches(WorkerHeartbeat w, QueryNode? query) => query switch
    {
        null => true,
        QueryNode.And and => and.Parts.All(p => Matches(w, p)),
        QueryNode.Or or => or.Parts.Any(p => Matches(w, p)),
        QueryNode.Not not => !Matches(w, not.Inner),
        QueryNode.Condition condition => Matches(w, condition),
        _ => throw new ArgumentOutOfRangeException(nameof(query)),
    };

    private static bool Matches(WorkerHeartbeat w, QueryNode.Condition c)
    {
        if (c.Left is not QueryOperand.Column(var name) || !TryRead(w, name, out var value))
        {
            return false;
        }

        return c.Operator switch
        {
            "=" => Is(value, c.Right[0]),
            "!=" => !Is(value, c.Right[0]),
            "in" => c.Right.Any(r => Is(value, r)),
            "not in" => !c.Right.Any(r => Is(value, r)),
            "<" => Compare(value, c.Right[0]) < 0,
            "<=" => Compare(value, c.Right[0]) <= 0,
            ">" => Compare(value, c.Right[0]) > 0,
            ">=" => Compare(value, c.Right[0]) >= 0,
            "between" => Compare(value, c.Right[0]) >= 0 && Compare(value, c.Right[1]) <= 0,
            "not between" => Compare(value, c.Right[0]) < 0 || Compare(value, c.Right[1]) > 0,
            "starts_with" => Starts(value, c.Right[0]),
            "not starts_with" => !Starts(value, c.Right[0]),
            "is null" => value is null or "",
            "is not null" => value is not (null or ""),
            _ => false,
        };
    }

    private static bool TryRead(WorkerHeartbeat w, string name, out object? value)
    {
        (var known, value) = name switch
        {
            "WorkerInstanceKey" => (true, w.WorkerInstanceKey),
            "WorkerIdentity" => (true, w.WorkerIdentity),
            "HostName" => (true, w.HostInfo?.HostName),
            "TaskQueue" => (true, w.TaskQueue),
            "DeploymentName" => (true, w.DeploymentVersion?.DeploymentName),
            "BuildId" => (true, w.DeploymentVersion?.BuildId),
            "SdkName" => (true, w.SdkName),
            "SdkVersion" => (true, w.SdkVersion),
            "WorkerStatus" or "Status" => (true, w.Status.ToString()),
            "StartTime" => (true, Moment(w.StartTime)),
            "HeartbeatTime" or "LastHeartbeatTime" => (true, Moment(w.HeartbeatTime)),
            _ => (false, (object?)null),
        };
        return known;
    }

    private static long? Moment(Timestamp? t) => t is null ? null : UnixNanoseconds.From(t.ToMoment());

    private static bool Is(object? value, QueryOperand right) => Compare(value, right) == 0;

    private static bool Starts(object? value, QueryOperand right) => value is string text && right is QueryOperand.Literal { Value: string prefix } && text.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>How the value stands to a constant; null when they cannot be compared.</summary>
    private static int? Compare(object? value, QueryOperand right) => (value, right is QueryOperand.Literal literal ? literal.Value : null) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (long a, string b) => UnixNanoseconds.TryParseMoment(b, out var moment) ? a.CompareTo(moment) : null,
        (long a, long b) => a.CompareTo(b),
        _ => null,
    };
}
