using Google.Protobuf;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>Which code answers which method. A method that is in the protocol and not here answers UNIMPLEMENTED with its name.</summary>
internal sealed class HandlerTable
{
    private readonly Dictionary<string, Func<IMessage, Call, Task<IMessage>>> handlers = new(StringComparer.Ordinal);

    public HandlerTable On<TRequest, TResponse>(string method, Func<TRequest, Call, Task<TResponse>> handler)
        where TRequest : IMessage
        where TResponse : IMessage
    {
        handlers.Add(method, async (request, call) => await handler((TRequest)request, call));
        return this;
    }

    public HandlerTable On<TRequest, TResponse>(string method, Func<TRequest, TResponse> handler)
        where TRequest : IMessage
        where TResponse : IMessage => On<TRequest, TResponse>(method, (request, _) => Task.FromResult(handler(request)));

    public Func<IMessage, Call, Task<IMessage>>? Find(string method) => handlers.GetValueOrDefault(method);
}
