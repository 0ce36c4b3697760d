using FranceTravail.Parcours.Engine.Namespaces;
using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Attributes;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Visibility;

/// <summary>Search attributes are added, removed and listed.</summary>
internal sealed class OperatorHandlers(EngineCore core)
{
    public void Register(HandlerTable table) => table
        .On<ListSearchAttributesRequest, ListSearchAttributesResponse>("ListSearchAttributes", List)
        .On<GetSearchAttributesRequest, GetSearchAttributesResponse>("GetSearchAttributes", _ => All())
        .On<AddSearchAttributesRequest, AddSearchAttributesResponse>("AddSearchAttributes", AddAsync)
        .On<RemoveSearchAttributesRequest, RemoveSearchAttributesResponse>("RemoveSearchAttributes", RemoveAsync);

    private ListSearchAttributesResponse List(ListSearchAttributesRequest r)
    {
        core.Catalog.Require(r.Namespace);
        var response = new ListSearchAttributesResponse();
        response.CustomAttributes.Add(core.Catalog.Attributes.TypesOf(r.Namespace).Custom);
        foreach (var (name, type) in SearchAttributeTypes.Reserved)
        {
            response.SystemAttributes[name] = type;
        }

        return response;
    }

    /// <summary>The older request knows no namespace: it answers those of the default one.</summary>
    private GetSearchAttributesResponse All()
    {
        var listed = List(new ListSearchAttributesRequest { Namespace = NamespaceCatalog.Default });
        return new GetSearchAttributesResponse { Keys = { listed.CustomAttributes, listed.SystemAttributes } };
    }

    private async Task<AddSearchAttributesResponse> AddAsync(AddSearchAttributesRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        await core.Writer.SubmitAsync(unit =>
        {
            foreach (var (name, type) in SearchAttributeAdministration.ToAdd(core.Catalog.Attributes.TypesOf(r.Namespace), r.SearchAttributes))
            {
                unit.Statements.Add((connection, transaction) => SearchAttributeTable.Add(connection, transaction, r.Namespace, name, type));
            }

            unit.AfterCommit.Add(core.Catalog.ReloadAttributes);
            return true;
        });
        return new AddSearchAttributesResponse();
    }

    private async Task<RemoveSearchAttributesResponse> RemoveAsync(RemoveSearchAttributesRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        await core.Writer.SubmitAsync(unit =>
        {
            foreach (var name in SearchAttributeAdministration.ToRemove(core.Catalog.Attributes.TypesOf(r.Namespace), r.SearchAttributes))
            {
                unit.Statements.Add((connection, transaction) => SearchAttributeTable.Remove(connection, transaction, r.Namespace, name));
            }

            unit.AfterCommit.Add(core.Catalog.ReloadAttributes);
            return true;
        });
        return new RemoveSearchAttributesResponse();
    }
}
