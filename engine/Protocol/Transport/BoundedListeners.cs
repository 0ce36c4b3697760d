using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>
/// Takes in no connection while as many are open as the process can bear: the next one waits with the system until another ends. A process
/// that uses up the descriptors it is allowed is ended by its runtime.
/// </summary>
internal sealed class BoundedListeners : IConnectionListenerFactory
{
    private readonly SocketTransportFactory sockets;

    /// <summary>One entry for each connection that may still be opened.</summary>
    private readonly Channel<bool> free = Channel.CreateUnbounded<bool>();

    /// <param name="most">Connections open at once.</param>
    /// <param name="loggers">For the sockets.</param>
    public BoundedListeners(int most, ILoggerFactory loggers)
    {
        sockets = new(Options.Create(new SocketTransportOptions()), loggers);
        for (var n = 0; n < most; n++)
        {
            free.Writer.TryWrite(true);
        }
    }

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await sockets.BindAsync(endpoint, cancellationToken), free);

    private sealed class Listener(IConnectionListener listener, Channel<bool> free) : IConnectionListener
    {
        private readonly CancellationTokenSource unbound = new();

        public EndPoint EndPoint => listener.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(unbound.Token, cancellationToken);
                await free.Reader.ReadAsync(stop.Token);
            }
            catch (OperationCanceledException) when (unbound.IsCancellationRequested)
            {
                return null;
            }

            var connection = await listener.AcceptAsync(cancellationToken);
            if (connection is null)
            {
                free.Writer.TryWrite(true);
            }

            connection?.ConnectionClosed.UnsafeRegister(_ => free.Writer.TryWrite(true), null);
            return connection;
        }

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            await unbound.CancelAsync();
            await listener.UnbindAsync(cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await listener.DisposeAsync();
            unbound.Dispose();
        }
    }
}
