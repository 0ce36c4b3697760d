using FranceTravail.Parcours.Engine.Protocol.Namespaces;
using FranceTravail.Parcours.Engine.Protocol.Transport;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Service;

/// <summary>What the service says of itself. What it does not have it does not announce: Nexus, worker deployments.</summary>
internal sealed class SystemHandlers(EngineCore core)
{
    /// <summary>The server whose behaviour the engine follows.</summary>
    private const string ServerVersion = "1.31.2";

    private const int FailoverVersion = 1;

    private static readonly Dictionary<string, string> Clients = new()
    {
        ["Nexus-go-sdk"] = "<2.0.0",
        ["temporal-cli"] = "<2.0.0",
        ["temporal-go"] = "<2.0.0",
        ["temporal-java"] = "<2.0.0",
        ["temporal-php"] = "<2.0.0",
        ["temporal-server"] = "<2.0.0",
        ["temporal-typescript"] = "<2.0.0",
        ["temporal-ui"] = "<3.0.0",
    };

    public void Register(HandlerTable table) => table
        .On<GetSystemInfoRequest, GetSystemInfoResponse>("GetSystemInfo", _ => new()
        {
            ServerVersion = ServerVersion,
            Capabilities = new()
            {
                SignalAndQueryHeader = true,
                InternalErrorDifferentiation = true,
                ActivityFailureIncludeHeartbeat = true,
                SupportsSchedules = true,
                EncodedFailureAttributes = true,
                BuildIdBasedVersioning = true,
                UpsertMemo = true,
                EagerWorkflowStart = true,
                SdkMetadata = true,
                CountGroupByExecutionStatus = true,
            },
        })
        .On<GetClusterInfoRequest, GetClusterInfoResponse>("GetClusterInfo", _ => new()
        {
            SupportedClients = { Clients },
            ServerVersion = ServerVersion,
            ClusterId = core.ClusterId,
            ClusterName = NamespaceChecks.Cluster,
            HistoryShardCount = 1,
            PersistenceStore = "sqlite",
            VisibilityStore = "sqlite",
            InitialFailoverVersion = FailoverVersion,
            FailoverVersionIncrement = 10,
        })
        .On<ListClustersRequest, ListClustersResponse>("ListClusters", _ => new()
        {
            Clusters =
            {
                new ClusterMetadata
                {
                    ClusterName = NamespaceChecks.Cluster,
                    ClusterId = core.ClusterId,
                    Address = core.Address,
                    InitialFailoverVersion = FailoverVersion,
                    HistoryShardCount = 1,
                    IsConnectionEnabled = true,
                },
            },
        });
}
