using System.Net;
using System.Net.Sockets;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>A wire to an engine that can be cut, or blocked: open, and nothing passes.</summary>
internal sealed class RouteLente : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint engine;
    private readonly CancellationTokenSource end = new();
    private readonly Task listening;
    private TaskCompletionSource open = new();

    public RouteLente(string engineAddress)
    {
        engine = IPEndPoint.Parse(engineAddress);
        open.SetResult();
        listener.Start();
        listening = ListenAsync();
    }

    public string Address => listener.LocalEndpoint.ToString()!;

    /// <summary>From now on nothing passes, either way.</summary>
    public void Bloquer() => open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Ouvrir() => open.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        open.TrySetResult();
        listener.Stop();
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        listener.Dispose();
        end.Dispose();
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            var near = await listener.AcceptTcpClientAsync(end.Token);
            _ = CarryAsync(near);
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using (near)
        using (var far = new TcpClient())
        {
            await far.ConnectAsync(engine, end.Token);
            await Task.WhenAny(PumpAsync(near.GetStream(), far.GetStream()), PumpAsync(far.GetStream(), near.GetStream()));
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, end.Token) is > 0 and var read)
        {
            await open.Task;
            await to.WriteAsync(buffer.AsMemory(0, read), end.Token);
        }
    }
}
