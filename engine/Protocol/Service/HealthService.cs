using FranceTravail.Parcours.Engine.Protocol.Transport;
using Grpc.Core;
using Grpc.Health.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Service;

/// <summary>The standard gRPC health check: the whole server and each of its services serve from the moment the port is open.</summary>
internal sealed class HealthService : Health.HealthBase
{
    private static readonly HashSet<string> Known = ["", .. TemporalMethods.All.Select(m => m.Service.FullName)];

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) => Known.Contains(request.Service)
        ? Task.FromResult(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.Serving })
        : throw new RpcException(new Status(StatusCode.NotFound, "unknown service"));
}
