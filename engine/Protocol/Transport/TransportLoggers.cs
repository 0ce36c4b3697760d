using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>
/// The loggers of the transport. That a caller has gone, or sends frames that are none, is no error of the engine's: workers reset their polls, and break off what they wait for.
/// All that goes wrong in a handler is mapped and logged before it comes here.
/// </summary>
internal sealed class TransportLoggers(ILoggerFactory loggers) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("Grpc.", StringComparison.Ordinal) || categoryName.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
        ? new Quiet(loggers.CreateLogger(categoryName))
        : loggers.CreateLogger(categoryName);

    public void AddProvider(ILoggerProvider provider) => loggers.AddProvider(provider);

    public void Dispose()
    {
        // They belong to who made the engine.
    }

    private sealed class Quiet(ILogger logger) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var gone = exception is IOException or InvalidDataException or OperationCanceledException or ObjectDisposedException
                or InvalidOperationException { Message: "Can't write the message because the request is complete." or "Can't read messages after the request is complete." };
            logger.Log(gone && logLevel > LogLevel.Debug ? LogLevel.Debug : logLevel, eventId, state, exception, formatter);
        }
    }
}
