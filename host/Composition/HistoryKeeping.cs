using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// Makes the namespace of the journeys keep closed runs for fifty years, longer than any journey: what it decided
/// is read from all its runs. A journey goes on in a new run at each review; by default
/// a Temporal service deletes the runs before a day or three later, and an auditor could not replay them any more.
/// </summary>
internal sealed class HistoryKeeping(ITemporalClient client, ILogger<HistoryKeeping> logger) : BackgroundService
{
    private static readonly Duration Kept = Duration.FromTimeSpan(TimeSpan.FromDays(18_263));
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && !await IsSetAsync(new RpcOptions { CancellationToken = stoppingToken }))
        {
            await Task.Delay(Rest, stoppingToken);
        }
    }

    /// <summary>Sets it. False when the service could not be asked: it may not have started yet.</summary>
    private async Task<bool> IsSetAsync(RpcOptions rpc)
    {
        try
        {
            var (service, name) = (client.Connection.WorkflowService, client.Options.Namespace);
            var found = await service.DescribeNamespaceAsync(new DescribeNamespaceRequest { Namespace = name }, rpc);
            if (found.Config.WorkflowExecutionRetentionTtl.Seconds < Kept.Seconds)
            {
                await service.UpdateNamespaceAsync(new UpdateNamespaceRequest { Namespace = name, Config = new() { WorkflowExecutionRetentionTtl = Kept } }, rpc);
            }

            return true;
        }
        catch (RpcException e) when (e.Code is RpcException.StatusCode.PermissionDenied or RpcException.StatusCode.InvalidArgument or RpcException.StatusCode.Unimplemented)
        {
            logger.LogWarning("The retention of namespace {Namespace} may not be set ({Code}): set it to fifty years, or histories of journeys are lost", client.Options.Namespace, e.Code);
            return true;
        }
        catch (Exception) when (rpc.CancellationToken is not { IsCancellationRequested: true })
        {
            logger.LogWarning("The retention of namespace {Namespace} could not be read; it is tried again", client.Options.Namespace);
            return false;
        }
    }
}
