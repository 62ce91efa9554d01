using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AadPg;

/// <summary>
/// Sees refused logins of a data source by what Npgsql logs. Npgsql has no hook for them, but it tells its logger why it breaks a
/// connection (<see cref="NpgsqlEventId.BreakingConnection"/>), exception included. Everything is passed on to the app's own logger.
/// </summary>
/// <param name="inner">Where Npgsql logs to; null is nowhere. Not owned.</param>
internal sealed class RefusalObserver(ILoggerFactory? inner) : ILoggerFactory
{
    private const string ConnectionCategory = "Npgsql.Connection";

    private AadLogin? _login;

    /// <summary>From now on, tells a login when a server refuses it.</summary>
    public void Watch(AadLogin login) => _login = login;

    public ILogger CreateLogger(string categoryName)
    {
        var logger = inner?.CreateLogger(categoryName) ?? NullLogger.Instance;
        return categoryName == ConnectionCategory ? new ConnectionLogger(this, logger) : logger;
    }

    public void AddProvider(ILoggerProvider provider) => inner?.AddProvider(provider);

    public void Dispose()
    {
    }

    private sealed class ConnectionLogger(RefusalObserver observer, ILogger inner) : ILogger
    {
        // What it listens to is logged as Trace, and so is every pooled open: listening only while a login may be under way keeps
        // those as cheap as they are.
        public bool IsEnabled(LogLevel logLevel) =>
            inner.IsEnabled(logLevel) || (logLevel == LogLevel.Trace && observer._login is { MayBeUnderWay: true });

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == NpgsqlEventId.BreakingConnection && exception is NpgsqlException fault && ServerError.IsLoginRefused(fault))
                observer._login?.Refused(fault);
            if (inner.IsEnabled(logLevel))
                inner.Log(logLevel, eventId, state, exception, formatter);
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);
    }
}
