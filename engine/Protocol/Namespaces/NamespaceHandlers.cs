using FranceTravail.Parcours.Engine.Namespaces;
using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Grpc.Core;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Namespaces;

/// <summary>Namespaces are registered, described and changed.</summary>
internal sealed class NamespaceHandlers(EngineCore core)
{
    private static readonly TimeSpan ShortestRetention = TimeSpan.FromMinutes(1);

    public void Register(HandlerTable table) => table
        .On<DescribeNamespaceRequest, DescribeNamespaceResponse>("DescribeNamespace", Describe)
        .On<ListNamespacesRequest, ListNamespacesResponse>("ListNamespaces", List)
        .On<RegisterNamespaceRequest, RegisterNamespaceResponse>("RegisterNamespace", RegisterAsync)
        .On<UpdateNamespaceRequest, UpdateNamespaceResponse>("UpdateNamespace", UpdateAsync);

    private DescribeNamespaceResponse Describe(DescribeNamespaceRequest r)
    {
        StartRequest.Require(r.Namespace.Length > 0 || r.Id.Length > 0, "Namespace not set on request.");
        return NamespaceDescriptions.Complete(core.Catalog.Find(r.Namespace, r.Id) ?? throw Errors.NamespaceUnknown(r.Namespace.Length > 0 ? r.Namespace : r.Id), core.Limits);
    }

    private ListNamespacesResponse List(ListNamespacesRequest r)
    {
        var response = new ListNamespacesResponse();
        response.Namespaces.Add(core.Catalog.All.Select(n => NamespaceDescriptions.Complete(n, core.Limits)));
        return response;
    }

    private async Task<RegisterNamespaceResponse> RegisterAsync(RegisterNamespaceRequest r, Call call)
    {
        StartRequest.Require(r.Namespace.Length > 0, "Namespace not set on request.");
        StartRequest.Require(Ids.Fits(r.Namespace, core.Limits), "Namespace length exceeds limit.");
        StartRequest.Require(r.WorkflowExecutionRetentionPeriod.ToSpan() > ShortestRetention, "A valid retention period is not set on request.");
        var description = NamespaceDescriptions.New(r.Namespace, Guid.NewGuid().ToString(), r.WorkflowExecutionRetentionPeriod);
        description.NamespaceInfo.Description = r.Description;
        description.NamespaceInfo.OwnerEmail = r.OwnerEmail;
        description.NamespaceInfo.Data.Add(r.Data);
        await core.Writer.SubmitAsync(unit =>
        {
            if (core.Catalog.Exists(r.Namespace))
            {
                throw new ServiceException(StatusCode.AlreadyExists, $"Namespace \"{r.Namespace}\" already exists", new NamespaceAlreadyExistsFailure());
            }

            Keep(unit, description);
            return true;
        });
        return new RegisterNamespaceResponse();
    }

    private async Task<UpdateNamespaceResponse> UpdateAsync(UpdateNamespaceRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        var retention = r.Config?.WorkflowExecutionRetentionTtl;
        StartRequest.Require(retention is null || retention.ToSpan() > ShortestRetention, "A valid retention period is not set on request.");
        var updated = await core.Writer.SubmitAsync(unit =>
        {
            var description = core.Catalog.Find(r.Namespace, "")!.Clone();
            if (r.UpdateInfo is { } info)
            {
                description.NamespaceInfo.Description = info.Description.Length > 0 ? info.Description : description.NamespaceInfo.Description;
                description.NamespaceInfo.OwnerEmail = info.OwnerEmail.Length > 0 ? info.OwnerEmail : description.NamespaceInfo.OwnerEmail;
                foreach (var (key, value) in info.Data)
                {
                    description.NamespaceInfo.Data[key] = value;
                }
            }

            description.Config.WorkflowExecutionRetentionTtl = retention ?? description.Config.WorkflowExecutionRetentionTtl;
            Keep(unit, description);
            return description;
        });
        var whole = NamespaceDescriptions.Complete(updated, core.Limits);
        return new UpdateNamespaceResponse { NamespaceInfo = whole.NamespaceInfo, Config = whole.Config, ReplicationConfig = whole.ReplicationConfig };
    }

    private void Keep(Writing.UnitOfWork unit, DescribeNamespaceResponse description)
    {
        unit.Statements.Add((connection, transaction) => NamespaceCatalog.Write(connection, transaction, description));
        unit.AfterCommit.Add(() => core.Catalog.Keep(description));
    }
}
