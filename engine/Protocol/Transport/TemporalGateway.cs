using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>The edge: every call comes in here, and leaves with an answer or with a status that is meant.</summary>
internal sealed class TemporalGateway(HandlerTable handlers, ILogger<TemporalGateway> logger)
{
    public async Task<IMessage> AnswerAsync(string method, IMessage request, ServerCallContext context)
    {
        try
        {
            var handler = handlers.Find(method) ?? throw Errors.Unimplemented(method);
            return await handler(request, Call.Of(context));
        }
        catch (ServiceException e)
        {
            throw StatusDetails.ToRpc(e);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "the caller has gone"));
        }
        catch (Exception e) when (e is not RpcException)
        {
            logger.LogError(e, "{Method} failed", method);
            throw new RpcException(new Status(StatusCode.Internal, $"{method} failed in the engine"));
        }
    }
}
