using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Writing;
using Grpc.Core;
using Grpc.Health.V1;
using Status = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace FranceTravail.Parcours.Engine.Protocol.Service;

/// <summary>
/// The standard gRPC health check. The whole server and each of its services serve while the engine can write; <c>engine.whole</c> serves
/// only when nothing is amiss at all. What is amiss is said in the header <c>engine-condition</c>.
/// </summary>
internal sealed class HealthService(Condition condition) : Health.HealthBase
{
    private const string Whole = "engine.whole";

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly HashSet<string> Known = ["", Whole, .. TemporalMethods.All.Select(m => m.Service.FullName)];

    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (!Known.Contains(request.Service))
        {
            throw new RpcException(new Grpc.Core.Status(StatusCode.NotFound, "unknown service"));
        }

        if (condition.Complaint is { } complaint)
        {
            await context.WriteResponseHeadersAsync(new Metadata { { "engine-condition", string.Concat(complaint.Where(char.IsAscii)) } });
        }

        return new HealthCheckResponse { Status = Of(request.Service) };
    }

    /// <summary>Says the state, and then each other one; a service that is not known may come to be, and is waited for.</summary>
    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        var told = Status.Unknown;
        while (!context.CancellationToken.IsCancellationRequested)
        {
            if (Of(request.Service) is var now && now != told)
            {
                told = now;
                await responseStream.WriteAsync(new HealthCheckResponse { Status = told });
            }

            await Task.Delay(Pace, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Status Of(string service) =>
        !Known.Contains(service) ? Status.ServiceUnknown
        : (service == Whole ? condition.Complaint : condition.CannotWrite) is null ? Status.Serving
        : Status.NotServing;
}
