using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Client;

namespace FranceTravail.Parcours.Engine.Tests.Transport;

/// <summary>More connections than the system lets the process have open end nothing and keep nobody out who is in.</summary>
[Collection(Alone.Name)]
public sealed class When_connections_are_idle
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "parcours-engine");

    [Theory]
    [InlineData(600, 500)]
    [InlineData(2500, 5000, Explicit = true)]
    public async Task Should_go_on_serving(int descriptors, int connections)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Descriptors are limited by the shell.");
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"ulimit -n {descriptors.ToString(CultureInfo.InvariantCulture)} && exec {Tool} server start-dev --port 0"]) { RedirectStandardOutput = true })!;
        var idle = new List<Socket>();
        try
        {
            var said = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var address = said!.Split(' ')[^1];
            var client = await TemporalClient.ConnectAsync(new(address));
            for (var n = 0; n < connections; n++)
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                idle.Add(socket);
                _ = socket.ConnectAsync(IPEndPoint.Parse(address), TestContext.Current.CancellationToken).AsTask().ContinueWith(t => t.Exception, TaskScheduler.Default);
            }

            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
            await client.Connection.WorkflowService.StartWorkflowExecutionAsync(new()
            {
                Namespace = "default",
                WorkflowId = "w",
                WorkflowType = new() { Name = "Type" },
                TaskQueue = new() { Name = "queue" },
                RequestId = "r",
            });
            idle.ForEach(socket => socket.Dispose());
            idle.Clear();
            Assert.Equal(1, (await client.CountWorkflowsAsync("")).Count);
            Assert.False(process.HasExited);
        }
        finally
        {
            idle.ForEach(socket => socket.Dispose());
            process.Kill();
        }
    }
}
