using System.Collections.Concurrent;
using FranceTravail.Parcours.Activities.Composition;
using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Activities.Partenaires.Caf;
using FranceTravail.Parcours.Host.Simulateurs.Pannes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Activities.Tests.Partenaires;

public sealed class JournalTests
{
    [Fact]
    public async Task Should_never_write_a_persons_reference_to_the_logs()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync();
        var journal = new Journal();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(journal))
            .AddSingleton(TimeProvider.System)
            .AddActivities(new ActivitiesOptions { DataDirectory = simulateurs.Dossier.Chemin, Partenaires = new PartenairesOptions { Adresse = simulateurs.Http.BaseAddress! } })
            .BuildServiceProvider();
        await simulateurs.ReglerAsync("Caf", new Reglage(TauxErreur: 1));
        await Assert.ThrowsAsync<PartenaireIndisponibleException>(() => services.GetRequiredService<CafClient>().LireDroitsAsync("7654321", default));

        Assert.NotEmpty(journal.Lignes);
        Assert.DoesNotContain(journal.Lignes, l => l.Contains("7654321", StringComparison.Ordinal));
    }

    private sealed class Journal : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lignes { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lignes.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
