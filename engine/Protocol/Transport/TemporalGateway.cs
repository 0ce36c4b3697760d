using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>The edge: every call comes in here, and leaves with an answer or with a status that is meant.</summary>
internal sealed class TemporalGateway(HandlerTable handlers, INamespaceCatalog catalog, Admission admission, ILogger<TemporalGateway> logger)
{
    public async Task<IMessage> AnswerAsync(string method, IMessage request, ServerCallContext context)
    {
        try
        {
            if (handlers.Find(method) is { } handler)
            {
                using var entry = admission.Enter(request.CalculateSize());
                return await handler(request, Call.Of(context));
            }

            RequireNamespace(request);
            throw Errors.Unimplemented(method);
        }
        catch (Refusal e)
        {
            if (e.Kind == RefusalKind.DataLoss)
            {
                logger.LogError(e, "{Method} came upon damage: {Damage}", method, e.Message);
            }

            throw StatusDetails.ToRpc(e);
        }
        catch (Exception e) when (context.CancellationToken.IsCancellationRequested && e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "the caller has gone"));
        }
        catch (Exception e) when (e is not RpcException)
        {
            logger.LogError(e, "{Method} failed", method);
            throw new RpcException(new Status(StatusCode.Internal, $"{method} failed in the engine"));
        }
    }

    /// <summary>An unknown namespace is the caller's first error, also where the method is not there.</summary>
    private void RequireNamespace(IMessage request)
    {
        if (request.Descriptor.FindFieldByName("namespace")?.Accessor.GetValue(request) is string { Length: > 0 } name && !catalog.Exists(name))
        {
            throw Errors.NamespaceUnknown(name);
        }
    }
}
