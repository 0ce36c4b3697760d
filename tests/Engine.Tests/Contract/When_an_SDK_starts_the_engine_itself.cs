using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Client;
using Temporalio.Testing;
using Temporalio.Worker;

namespace FranceTravail.Parcours.Engine.Tests.Contract;

/// <summary>The test environments of the SDK on the packaged tool, as anybody would use it.</summary>
[Collection(Alone.Name)]
public sealed class When_an_SDK_starts_the_engine_itself
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "parcours-engine.exe" : "parcours-engine");

    [Fact]
    public async Task Should_skip_a_year_in_its_environment_that_skips_time()
    {
        await using var environment = await PatientlyAsync(() => WorkflowEnvironment.StartTimeSkippingAsync(new() { TestServer = new() { ExistingPath = Tool } }));
        using var worker = new TemporalWorker(environment.Client, new TemporalWorkerOptions("queue").AddWorkflow<Samples.Steps>().AddActivity(Samples.Echo).AddActivity(Samples.Flaky));
        var before = await environment.GetCurrentTimeAsync();
        await worker.ExecuteAsync(async () =>
        {
            var handle = await environment.Client.StartWorkflowAsync((Samples.Steps w) => w.RunAsync("a", 365 * 86_400), new("year", "queue"));
            await handle.SignalAsync(w => w.EndAsync());
            Assert.Equal("a", await handle.GetResultAsync());
        });
        Assert.InRange(await environment.GetCurrentTimeAsync() - before, TimeSpan.FromDays(365), TimeSpan.FromDays(366));
    }

    [Fact]
    public async Task Should_serve_its_local_environment_with_a_namespace_and_an_attribute_of_the_tests_own()
    {
        await using var environment = await PatientlyAsync(() => WorkflowEnvironment.StartLocalAsync(new()
        {
            Namespace = "mine",
            SearchAttributes = [Temporalio.Common.SearchAttributeKey.CreateKeyword("Mine")],
            DevServerOptions = new() { ExistingPath = Tool, ExtraArgs = ["--dynamic-config-value", "limit.blobSize.error=10240"] },
        }));
        using var worker = new TemporalWorker(environment.Client, new TemporalWorkerOptions("queue").AddWorkflow<Samples.Chain>().AddActivity(Samples.Echo).AddActivity(Samples.Flaky));
        await worker.ExecuteAsync(async () => Assert.Equal(2, await environment.Client.ExecuteWorkflowAsync(
            (Samples.Chain w) => w.RunAsync(0, 2),
            new("chain", "queue") { TypedSearchAttributes = new Temporalio.Common.SearchAttributeCollection.Builder().Set(Temporalio.Common.SearchAttributeKey.CreateKeyword("Mine"), "yes").ToSearchAttributeCollection() })));
        var described = await environment.Client.Connection.WorkflowService.DescribeNamespaceAsync(new() { Namespace = "mine" });
        Assert.Equal(10_240, described.NamespaceInfo.Limits.BlobSizeLimitError);
    }

    /// <summary>The SDK gives a server five seconds, which a machine that does much else may need for a new process.</summary>
    private static async Task<WorkflowEnvironment> PatientlyAsync(Func<Task<WorkflowEnvironment>> start)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await start();
            }
            catch (InvalidOperationException e) when (attempt < 6 && e.Message.Contains("did not start within", StringComparison.Ordinal))
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt));
            }
        }
    }
}
