using Temporalio.Client;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>The clock of an engine in another process, at one moment: a command that lasts seconds need not follow it further.</summary>
internal sealed class EngineClock(TimeSpan offset) : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;

    /// <summary>The engine's clock, virtual in a sandbox; the machine's when the engine does not answer or has no clock of its own.</summary>
    public static async Task<TimeProvider> FindAsync(string address, string temporalNamespace, CancellationToken cancellationToken)
    {
        var client = TemporalClient.CreateLazy(new(address) { Namespace = temporalNamespace });
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var answer = await client.Connection.TestService.GetCurrentTimeAsync(new Google.Protobuf.WellKnownTypes.Empty(), new RpcOptions { CancellationToken = limit.Token, Timeout = Patience }).WaitAsync(limit.Token);
            return new EngineClock(answer.Time.ToDateTimeOffset() - System.GetUtcNow());
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return System;
        }
    }
}
