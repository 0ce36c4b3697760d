using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Tests.Support;

/// <summary>Remembers what was logged as an error or worse, and warnings.</summary>
internal sealed class RecordedLogs : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> logged = new();

    public IEnumerable<string> Errors => logged.Where(l => l.Level >= LogLevel.Error).Select(l => l.Text);

    public IEnumerable<string> Warnings => logged.Where(l => l.Level == LogLevel.Warning).Select(l => l.Text);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
        // There is one place where all is remembered.
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Warning)
        {
            logged.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
        }
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}
