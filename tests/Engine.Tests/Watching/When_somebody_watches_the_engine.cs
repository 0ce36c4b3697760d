using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using FranceTravail.Parcours.Engine.Tests.Hostile;
using FranceTravail.Parcours.Engine.Tests.Support;
using Grpc.Core;
using Grpc.Health.V1;
using Temporalio.Client;
using Temporalio.Worker;
using Status = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace FranceTravail.Parcours.Engine.Tests.Watching;

public sealed class When_somebody_watches_the_engine : IDisposable
{
    private readonly EngineOnDisk engine = new();

    public void Dispose() => engine.Dispose();

    [Fact]
    public async Task Should_count_and_time_under_the_names_that_Temporal_has()
    {
        var seen = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => self.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Note(instrument, value));
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Note(instrument, value));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Note(instrument, value));
        await using var server = await engine.StartAsync();
        listener.Start();
        var client = await TemporalClient.ConnectAsync(new(server.Address));
        using var worker = new TemporalWorker(client, new TemporalWorkerOptions("queue").AddWorkflow<Samples.Chain>().AddActivity(Samples.Echo).AddActivity(Samples.Flaky));
        await worker.ExecuteAsync(() => client.ExecuteWorkflowAsync((Samples.Chain w) => w.RunAsync(0, 2), new("w", "queue")));
        await client.StartWorkflowAsync((Samples.Chain w) => w.RunAsync(0, 2), new("waiting", "nobody"));
        await Assert.ThrowsAsync<Temporalio.Exceptions.RpcException>(() => client.GetWorkflowHandle("none").DescribeAsync());
        listener.RecordObservableInstruments();
        foreach (var name in (string[])[
            "service_requests", "service_error_with_type", "service_latency", "poll_success", "poll_success_sync", "approximate_backlog_count", "approximate_backlog_age_seconds",
            "persistence_requests", "persistence_latency", "engine_commit_latency", "engine_commit_units", "engine_writer_queue", "engine_cache_runs", "engine_cache_bytes", "engine_cache_hits"])
        {
            Assert.True(seen.ContainsKey(name), $"{name} is not there");
        }

        Assert.True(seen["approximate_backlog_count"] >= 1);

        void Note(Instrument instrument, double value)
        {
            if (instrument.Meter.Name == EngineServer.MeterName)
            {
                seen.AddOrUpdate(instrument.Name, value, (_, before) => Math.Max(before, value));
            }
        }
    }

    [Fact]
    public async Task Should_say_that_it_cannot_write_once_its_file_is_gone()
    {
        await using var server = await engine.StartAsync();
        using var channel = EngineOnDisk.Connect(server);
        var health = new Health.HealthClient(channel);
        await channel.CreateCallInvoker().StartAsync("before");
        Assert.Equal((Status.Serving, Status.Serving), (await OfAsync(""), await OfAsync("engine.whole")));
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => OfAsync("nothing"))).StatusCode);

        File.Delete(engine.Path);
        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => channel.CreateCallInvoker().StartAsync("after"))).StatusCode);
        Assert.Equal((Status.NotServing, Status.NotServing), (await OfAsync(""), await OfAsync("engine.whole")));

        using var watch = health.Watch(new HealthCheckRequest(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(Status.NotServing, watch.ResponseStream.Current.Status);

        async Task<Status> OfAsync(string service) => (await health.CheckAsync(new HealthCheckRequest { Service = service })).Status;
    }
}
