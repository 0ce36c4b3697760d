using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Host.Composition;
using Serilog.Events;
using Serilog.Parsing;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Composition;

public class When_a_partner_is_down_for_long
{
    [Fact]
    public void Should_log_ever_rarer_attempts_of_one_call() => Assert.Equal(
        [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024],
        Enumerable.Range(1, 1440).Where(attempt => !RepeatedFailures.Superfluous(Entry(new PartenaireIndisponibleException("messages", null), attempt))));

    [Theory]
    [InlineData(3)]
    [InlineData(1000)]
    public void Should_log_every_other_failure_each_time(int attempt) =>
        Assert.False(RepeatedFailures.Superfluous(Entry(new InvalidOperationException("Something else."), attempt)));

    [Fact]
    public void Should_log_what_does_not_say_its_attempt() =>
        Assert.False(RepeatedFailures.Superfluous(Entry(new PartenaireIndisponibleException("caf", null), attempt: null)));

    private static LogEvent Entry(Exception error, int? attempt) => new(
        DateTimeOffset.UnixEpoch,
        LogEventLevel.Warning,
        error,
        new MessageTemplate([new TextToken("Completing activity as failed")]),
        attempt is { } number ? [new LogEventProperty("Attempt", new ScalarValue(number))] : []);
}
