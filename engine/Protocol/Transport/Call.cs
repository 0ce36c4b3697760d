using FranceTravail.Parcours.Engine.Refusals;
using Grpc.Core;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>What a handler may know of the call it answers.</summary>
/// <param name="Deadline">When the caller stops waiting; far away when it set none.</param>
/// <param name="ClientName">The SDK that calls, by its own header.</param>
/// <param name="Cancelled">The caller has gone.</param>
internal sealed record Call(DateTime Deadline, string ClientName, CancellationToken Cancelled)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromSeconds(2);

    /// <summary>SDKs are shown the events of a task that are not written yet.</summary>
    public bool SeesUnwrittenEvents => ClientName is "temporal-typescript" or "temporal-dotnet";

    /// <summary>How long the call may be held: up to a limit, and until shortly before its deadline.</summary>
    public TimeSpan Patience(TimeSpan limit)
    {
        var left = Deadline == DateTime.MaxValue ? limit : Deadline - DateTime.UtcNow - Margin;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < limit ? left : limit;
    }

    /// <summary>A poll must give the service time to answer.</summary>
    public void RequireTime()
    {
        if (Deadline != DateTime.MaxValue && Deadline - DateTime.UtcNow < ShortestPoll - TimeSpan.FromMilliseconds(100))
        {
            throw new Refusal(RefusalKind.FailedPrecondition, "Context timeout is too short.");
        }
    }

    public static Call Of(ServerCallContext context) => new(
        context.Deadline, context.RequestHeaders.GetValue("client-name") ?? "", context.CancellationToken);
}
