using FranceTravail.Parcours.Engine.Namespaces;
using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Google.Protobuf;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Namespaces;

/// <summary>Namespaces are registered, described and changed.</summary>
internal sealed class NamespaceHandlers(EngineCore core)
{
    private const int LargestPage = 1000;

    public void Register(HandlerTable table) => table
        .On<DescribeNamespaceRequest, DescribeNamespaceResponse>("DescribeNamespace", Describe)
        .On<ListNamespacesRequest, ListNamespacesResponse>("ListNamespaces", List)
        .On<RegisterNamespaceRequest, RegisterNamespaceResponse>("RegisterNamespace", RegisterAsync)
        .On<UpdateNamespaceRequest, UpdateNamespaceResponse>("UpdateNamespace", UpdateAsync)
        .On<DeprecateNamespaceRequest, DeprecateNamespaceResponse>("DeprecateNamespace", DeprecateAsync)
        .On<DeleteNamespaceRequest, DeleteNamespaceResponse>("DeleteNamespace", DeleteAsync);

    private DescribeNamespaceResponse Describe(DescribeNamespaceRequest r)
    {
        StartRequest.Require(r.Namespace.Length > 0 || r.Id.Length > 0, "Namespace not set on request.");
        return NamespaceDescriptions.Complete(core.Catalog.Find(r.Namespace, r.Id) ?? throw Errors.NamespaceUnknown(r.Namespace.Length > 0 ? r.Namespace : r.Id), core.Limits);
    }

    private ListNamespacesResponse List(ListNamespacesRequest r)
    {
        var after = r.NextPageToken.ToStringUtf8();
        var size = r.PageSize is > 0 and < LargestPage ? r.PageSize : LargestPage;
        var found = core.Catalog.All
            .Where(n => n.NamespaceInfo.State != NamespaceState.Deleted || r.NamespaceFilter?.IncludeDeleted == true)
            .Where(n => string.CompareOrdinal(n.NamespaceInfo.Name, after) > 0).Take(size + 1).ToList();
        var page = found.Take(size).ToList();
        var response = new ListNamespacesResponse { NextPageToken = found.Count > size ? ByteString.CopyFromUtf8(page[^1].NamespaceInfo.Name) : ByteString.Empty };
        response.Namespaces.Add(page.Select(n => NamespaceDescriptions.Complete(n, core.Limits)));
        return response;
    }

    private async Task<RegisterNamespaceResponse> RegisterAsync(RegisterNamespaceRequest r, Call call)
    {
        NamespaceChecks.Registration(r, core.Limits);
        var description = NamespaceDescriptions.New(r.Namespace, Guid.NewGuid().ToString(), r.WorkflowExecutionRetentionPeriod);
        description.NamespaceInfo.Description = r.Description;
        description.NamespaceInfo.OwnerEmail = r.OwnerEmail;
        description.NamespaceInfo.Data.Add(r.Data);
        await core.Writer.SubmitAsync(unit =>
        {
            if (core.Catalog.Exists(r.Namespace))
            {
                throw new Refusal(RefusalKind.AlreadyExists, $"Namespace \"{r.Namespace}\" already exists", new NamespaceAlreadyExistsFailure());
            }

            Keep(unit, description);
            return true;
        });
        return new RegisterNamespaceResponse();
    }

    private async Task<UpdateNamespaceResponse> UpdateAsync(UpdateNamespaceRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        NamespaceChecks.Update(r);
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

            description.Config.WorkflowExecutionRetentionTtl = r.Config?.WorkflowExecutionRetentionTtl ?? description.Config.WorkflowExecutionRetentionTtl;
            Keep(unit, description);
            return description;
        });
        var whole = NamespaceDescriptions.Complete(updated, core.Limits);
        return new UpdateNamespaceResponse { NamespaceInfo = whole.NamespaceInfo, Config = whole.Config, ReplicationConfig = whole.ReplicationConfig };
    }

    private async Task<DeprecateNamespaceResponse> DeprecateAsync(DeprecateNamespaceRequest r, Call call)
    {
        StartRequest.Require(r.Namespace.Length > 0, "Namespace not set on request.");
        core.Catalog.Require(r.Namespace);
        await core.Writer.SubmitAsync(unit =>
        {
            var description = core.Catalog.Find(r.Namespace, "")!.Clone();
            description.NamespaceInfo.State = NamespaceState.Deprecated;
            Keep(unit, description);
            return true;
        });
        return new();
    }

    private async Task<DeleteNamespaceResponse> DeleteAsync(DeleteNamespaceRequest r, Call call)
    {
        StartRequest.Require(r.Namespace.Length > 0 || r.NamespaceId.Length > 0, "Namespace not set on request.");
        StartRequest.Require(r.Namespace.Length == 0 || r.NamespaceId.Length == 0, "Only one of namespace name or Id should be set on request.");
        var asked = r.Namespace.Length > 0 ? r.Namespace : r.NamespaceId;
        var name = core.Catalog.Find(r.Namespace, r.NamespaceId)?.NamespaceInfo.Name ?? throw Errors.NamespaceUnknown(asked);
        if (name == NamespaceCatalog.System)
        {
            throw new Refusal(RefusalKind.FailedPrecondition, "unable to delete system namespace");
        }

        var aside = await core.Writer.SubmitAsync(unit =>
        {
            core.Catalog.Require(name);
            var aside = NamespaceDeletion.SetAside(core.Catalog.Find(name, "")!);
            NamespaceDeletion.Rename(unit, name, aside);
            core.QueueSettings.Forget(unit, name);
            foreach (var job in core.Batches?.All.Where(j => j.Namespace == name).ToList() ?? [])
            {
                core.Batches!.Remove(unit, job);
            }

            unit.AfterCommit.Add(() =>
            {
                core.Catalog.Forget(name);
                core.Catalog.Keep(aside);
                core.Catalog.ReloadAttributes();
                core.Cache.Forget(name);
                core.Skipping.Forget(name);
                core.Reclaimer.Wake();
            });
            return aside;
        });
        return new() { DeletedNamespace = aside.NamespaceInfo.Name };
    }

    private void Keep(Writing.UnitOfWork unit, DescribeNamespaceResponse description)
    {
        unit.Statements.Add((connection, transaction) => NamespaceCatalog.Write(connection, transaction, description));
        unit.AfterCommit.Add(() => core.Catalog.Keep(description));
    }
}
