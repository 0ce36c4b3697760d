using FranceTravail.Parcours.Engine.Tests.Support;
using FranceTravail.Parcours.Engine.Visibility.Queries;
using FranceTravail.Parcours.Engine.Workers;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Worker.V1;

namespace FranceTravail.Parcours.Engine.Tests.Workers;

public sealed class When_workers_say_that_they_are_there
{
    private readonly MovableClock clock = new();

    private static readonly WorkerHeartbeat Worker = new()
    {
        WorkerInstanceKey = "key",
        WorkerIdentity = "me",
        TaskQueue = "queue-a",
        Status = WorkerStatus.Running,
        StartTime = new Timestamp { Seconds = 1_700_000_000 },
        HostInfo = new() { HostName = "host" },
    };

    [Theory]
    [InlineData("", true)]
    [InlineData("TaskQueue = 'queue-a'", true)]
    [InlineData("TaskQueue STARTS_WITH 'queue'", true)]
    [InlineData("TaskQueue NOT STARTS_WITH 'queue'", false)]
    [InlineData("TaskQueue IN ('x', 'queue-a') AND HostName = 'host'", true)]
    [InlineData("TaskQueue = 'x' OR NOT WorkerIdentity = 'other'", true)]
    [InlineData("WorkerStatus = 'Running'", true)]
    [InlineData("StartTime > '2020-01-01T00:00:00Z'", true)]
    [InlineData("StartTime BETWEEN '2020-01-01T00:00:00Z' AND '2021-01-01T00:00:00Z'", false)]
    [InlineData("HeartbeatTime < '2020-01-01T00:00:00Z'", false)]
    [InlineData("BuildId IS NULL", true)]
    [InlineData("Nothing = 'x'", false)]
    public void Should_be_found_by_what_they_are(string query, bool found) => Assert.Equal(found, WorkerFilter.Matches(Worker, QueryParser.Parse(query).Filter));

    [Fact]
    public void Should_be_forgotten_when_they_say_goodbye_or_nothing_for_long()
    {
        var registry = new WorkerRegistry(clock);
        registry.Hear("default", Worker);
        registry.Hear("default", new() { WorkerInstanceKey = "other", Status = WorkerStatus.Running });
        Assert.Equal(["key", "other"], registry.All("default").Select(w => w.WorkerInstanceKey));
        Assert.Empty(registry.All("elsewhere"));
        registry.Hear("default", new() { WorkerInstanceKey = "key", Status = WorkerStatus.Shutdown });
        Assert.Null(registry.Find("default", "key"));
        clock.Move(TimeSpan.FromMinutes(6));
        Assert.Null(registry.Find("default", "other"));
        Assert.Empty(registry.All("default"));
    }
}
