using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Replication.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Namespaces;

/// <summary>Refuses what no namespace can be: there is one cluster, and it has no global namespaces.</summary>
internal static class NamespaceChecks
{
    public const string Cluster = "active";

    private static readonly TimeSpan ShortestRetention = TimeSpan.FromHours(1);

    public static void Registration(RegisterNamespaceRequest r, EngineLimits limits)
    {
        StartRequest.Require(r.Namespace.Length > 0, "Namespace not set on request.");
        StartRequest.Require(Ids.Fits(r.Namespace, limits), "Namespace length exceeds limit.");
        Retention(r.WorkflowExecutionRetentionPeriod);
        StartRequest.Require(!r.IsGlobalNamespace, "Cannot register global namespace when not enabled");
        Clusters(r.ActiveClusterName, r.Clusters);
    }

    public static void Update(UpdateNamespaceRequest r)
    {
        if (r.Config?.WorkflowExecutionRetentionTtl is { } retention)
        {
            Retention(retention);
        }

        Clusters(r.ReplicationConfig?.ActiveClusterName ?? "", r.ReplicationConfig?.Clusters ?? []);
        StartRequest.Require(!r.PromoteNamespace, $"global namespace is not enabled on this cluster, cannot update global namespace or promote local namespace: {r.Namespace}");
    }

    private static void Retention(Duration? given) => StartRequest.Require(given.ToSpan() >= ShortestRetention, "A valid retention period is not set on request.");

    private static void Clusters(string active, IEnumerable<ClusterReplicationConfig> all)
    {
        foreach (var name in all.Select(c => c.ClusterName).Prepend(active).Where(n => n.Length > 0))
        {
            StartRequest.Require(name == Cluster, $"Invalid cluster name: {name}");
        }
    }
}
