using FranceTravail.Parcours.Engine.Namespaces;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Namespace.V1;
using Temporalio.Api.Replication.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Namespaces;

/// <summary>What a namespace says of itself: what it was given, and what the engine can do.</summary>
internal static class NamespaceDescriptions
{
    public static DescribeNamespaceResponse New(string name, string id, Duration retention) => new()
    {
        NamespaceInfo = new NamespaceInfo { Name = name, Id = id, State = NamespaceState.Registered },
        Config = new NamespaceConfig { WorkflowExecutionRetentionTtl = retention },
    };

    /// <summary>The namespace that is the service's own.</summary>
    public static DescribeNamespaceResponse System()
    {
        var description = New(NamespaceCatalog.System, "32049b68-7872-4094-8e63-d0dd59896a83", TimeSpan.FromDays(7).ToDuration());
        (description.NamespaceInfo.Description, description.NamespaceInfo.OwnerEmail) = ("Temporal internal system namespace", "temporal-core@temporal.io");
        return description;
    }

    public static DescribeNamespaceResponse Complete(DescribeNamespaceResponse kept, EngineLimits limits)
    {
        var d = kept.Clone();
        d.NamespaceInfo.SupportsSchedules = true;
        d.NamespaceInfo.Capabilities = new NamespaceInfo.Types.Capabilities
        {
            EagerWorkflowStart = true,
            SyncUpdate = true,
            AsyncUpdate = true,
            ReportedProblemsSearchAttribute = true,
            WorkerHeartbeats = true,
            PollerAutoscaling = true,
        };
        d.NamespaceInfo.Limits = new NamespaceInfo.Types.Limits { BlobSizeLimitError = limits.BlobSize, MemoSizeLimitError = limits.MemoSize };
        d.Config.HistoryArchivalState = ArchivalState.Disabled;
        d.Config.VisibilityArchivalState = ArchivalState.Disabled;
        d.Config.BadBinaries = new BadBinaries();
        d.ReplicationConfig = new NamespaceReplicationConfig { ActiveClusterName = NamespaceChecks.Cluster, Clusters = { new ClusterReplicationConfig { ClusterName = NamespaceChecks.Cluster } } };
        return d;
    }
}
