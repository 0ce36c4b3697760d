using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Workflows.Serialisation;
using Serilog.Extensions.Logging;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Composition;

public class When_a_start_fails
{
    [Fact]
    public void Should_say_that_a_later_program_wrote_what_cannot_be_read()
    {
        using var loggers = new SerilogLoggerFactory();
        var error = RunningHost.Refusal(new VersionPlusRecenteException("Écrit par une version plus récente."), new() { DataDirectory = "donnees" }, loggers);
        Assert.Equal("Écrit par une version plus récente.", Assert.IsType<StartupRefusal>(error).Message);
    }
}
