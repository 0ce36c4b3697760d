using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Architecture;

public sealed class When_projects_refer_to_each_other
{
    [Theory]
    [InlineData("Engine")]
    [InlineData("Workflows")]
    [InlineData("Activities", "Workflows")]
    [InlineData("Designer", "Workflows", "Activities")]
    [InlineData("Tool", "Engine")]
    [InlineData("Host", "Workflows", "Activities", "Designer", "Engine")]
    public void Should_point_one_way(string project, params string[] allowed) =>
        Assert.Empty(Repository.ProjectsReferredToBy(project).Except(allowed));

    [Fact]
    public void Should_leave_the_engine_to_the_host_its_own_tool_and_the_tests() =>
        Assert.All(
            Repository.Projects.Keys.Where(project => !Repository.IsTest(project) && project is not ("Host" or "Tool")),
            project => Assert.DoesNotContain("Engine", Repository.ProjectsReferredToBy(project)));

    [Fact]
    public void Should_know_every_project_outside_the_tests() =>
        Assert.Equal(["Activities", "Designer", "Engine", "Host", "Tool", "Workflows"], Repository.Projects.Keys.Where(project => !Repository.IsTest(project)).Order(StringComparer.Ordinal));

    [Fact]
    public void Should_take_into_workflows_only_packages_without_side_effect() =>
        Assert.Empty(Repository.PackagesOf("Workflows").Except(
            ["Temporalio", "NodaTime", "NodaTime.Serialization.SystemTextJson", "ZstdSharp.Port", "Microsoft.CodeAnalysis.BannedApiAnalyzers"]));

    [Fact]
    public void Should_take_into_the_engine_only_the_protocol_cron_zones_and_SQLite() =>
        Assert.Empty(Repository.PackagesOf("Engine").Except(
            ["Temporalio", "Cronos", "NodaTime", "Grpc.AspNetCore.Server", "Grpc.HealthCheck", "Microsoft.Data.Sqlite"]));
}
