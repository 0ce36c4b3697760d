using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using Google.Protobuf;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Service;

/// <summary>What there is none of here: its lists are empty, a look at one finds nothing, and acts are refused, as on a plain Temporal service.</summary>
internal sealed class AbsentHandlers(EngineCore core)
{
    private const string Sets = "Worker versioning v0.1 (Version Set-based, deprecated) is disabled on this namespace.";
    private const string Rules = "Worker versioning v0.2 (Rules-based, deprecated) is disabled on this namespace.";
    private const string Deployments = "Deployments are deprecated and no longer supported, use Worker Deployments instead";

    public void Register(HandlerTable table)
    {
        Empty<ListNexusEndpointsRequest, ListNexusEndpointsResponse>(table, "ListNexusEndpoints");
        Empty<ListWorkerDeploymentsRequest, ListWorkerDeploymentsResponse>(table, "ListWorkerDeployments");
        Empty<ListActivityExecutionsRequest, ListActivityExecutionsResponse>(table, "ListActivityExecutions");
        Empty<CountActivityExecutionsRequest, CountActivityExecutionsResponse>(table, "CountActivityExecutions");
        Missing<GetNexusEndpointRequest>(table, "GetNexusEndpoint", r => $"Nexus endpoint with ID `{r.Id}` not found");
        Missing<DescribeWorkerDeploymentRequest>(table, "DescribeWorkerDeployment", r => $"no Worker Deployment found with name '{r.DeploymentName}'; does your Worker Deployment have pollers?");
        Missing<DescribeWorkerDeploymentVersionRequest>(table, "DescribeWorkerDeploymentVersion", _ => "Worker Deployment Version not found");
        Missing<RemoveRemoteClusterRequest>(table, "RemoveRemoteCluster", _ => "The cluster to be deleted cannot be found in clusters cache.");
        Refused(table, () => Errors.Denied(Sets), "GetWorkerBuildIdCompatibility", "UpdateWorkerBuildIdCompatibility");
        Refused(table, () => Errors.Denied(Rules), "GetWorkerVersioningRules", "UpdateWorkerVersioningRules", "GetWorkerTaskReachability");
        Refused(table, () => Errors.Invalid("Cluster is not configured for visibility archival."), "ListArchivedWorkflowExecutions");
        Refused(
            table,
            () => new Refusal(RefusalKind.Unimplemented, Deployments),
            "ListDeployments",
            "GetCurrentDeployment",
            "DescribeDeployment",
            "GetDeploymentReachability",
            "SetCurrentDeployment");
        foreach (var method in (string[])["FetchWorkerConfig", "UpdateWorkerConfig"])
        {
            Refused(table, () => new Refusal(RefusalKind.Unimplemented, $"{method} command is not enabled."), method);
        }

        foreach (var method in (string[])["ListWorkflowRules", "CreateWorkflowRule", "DescribeWorkflowRule", "DeleteWorkflowRule", "TriggerWorkflowRule"])
        {
            Refused(table, () => new Refusal(RefusalKind.Unimplemented, $"method {method} not supported"), method);
        }
    }

    private void Empty<TRequest, TResponse>(HandlerTable table, string method)
        where TRequest : IMessage
        where TResponse : IMessage, new() => table.On<TRequest, TResponse>(method, r =>
        {
            RequireNamespace(r);
            return new();
        });

    private void Missing<TRequest>(HandlerTable table, string method, Func<TRequest, string> text)
        where TRequest : IMessage => table.On<TRequest, IMessage>(method, r =>
        {
            RequireNamespace(r);
            throw Errors.NotFound(text(r));
        });

    private void Refused(HandlerTable table, Func<Refusal> refusal, params ReadOnlySpan<string> methods)
    {
        foreach (var method in methods)
        {
            table.On<IMessage, IMessage>(method, r =>
            {
                RequireNamespace(r);
                throw refusal();
            });
        }
    }

    /// <summary>The namespace of a request that has one is looked at first.</summary>
    private void RequireNamespace(IMessage request)
    {
        if (request.Descriptor.FindFieldByName("namespace")?.Accessor.GetValue(request) is string name)
        {
            core.Catalog.Require(name);
        }
    }
}
