using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Watching;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>The edge: every call comes in here, and leaves with an answer or with a status that is meant.</summary>
internal sealed class TemporalGateway(HandlerTable handlers, INamespaceCatalog catalog, Admission admission, EngineMeter meter, ILogger<TemporalGateway> logger)
{
    /// <summary>Stands in the meter for namespaces that there are not: callers may name any number of those.</summary>
    private const string Unknown = "_unknown_";

    public async Task<IMessage> AnswerAsync(string method, IMessage request, ServerCallContext context)
    {
        FrameFaults.Understood(context.GetHttpContext());
        using var time = meter.Call(method, Namespace(request) is { } name ? catalog.Exists(name) ? name : Unknown : "");
        try
        {
            return await AnswerTypedAsync(method, request, context);
        }
        catch (RpcException e)
        {
            meter.CallRefused(method, e.StatusCode.ToString());
            throw;
        }
    }

    private static string? Namespace(IMessage request) =>
        request.Descriptor.FindFieldByName("namespace")?.Accessor.GetValue(request) is string { Length: > 0 } name ? name : null;

    private async Task<IMessage> AnswerTypedAsync(string method, IMessage request, ServerCallContext context)
    {
        try
        {
            if (handlers.Find(method) is { } handler)
            {
                // It leaves when the answer is sent, or its receiver has gone.
                var http = context.GetHttpContext();
                var entry = admission.Enter(request.CalculateSize(), Admission.Ledger.Of(http));
                http.Response.RegisterForDispose(entry);
                var answer = await handler(request, Call.Of(context));
                entry.Hold(answer.CalculateSize());
                return answer;
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
        catch (SqliteException e) when (Damage.Is(e))
        {
            logger.LogError(e, "{Method} came upon damage", method);
            throw StatusDetails.ToRpc(Errors.Damaged("a page of the database file", e));
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
        if (Namespace(request) is { } name && !catalog.Exists(name))
        {
            throw Errors.NamespaceUnknown(name);
        }
    }
}
