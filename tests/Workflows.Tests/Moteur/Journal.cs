using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Workflows.Tests.Moteur;

/// <summary>Keeps what was logged as a warning or worse.</summary>
internal sealed class Journal : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> lignes = new();

    public IReadOnlyCollection<string> Lignes => lignes;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lignes.Enqueue(formatter(state, exception));
        }
    }

    public void Dispose()
    {
    }
}
