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

    /// <summary>Tells a login when a server refuses it. To be called before the data source is built, which makes its loggers.</summary>
    public void Watch(AadLogin login) => _login = login;

    public ILogger CreateLogger(string categoryName)
    {
        var logger = inner?.CreateLogger(categoryName);
        return categoryName == ConnectionCategory && _login is not null ? new ConnectionLogger(_login, logger) : logger ?? NullLogger.Instance;
    }

    public void AddProvider(ILoggerProvider provider) => inner?.AddProvider(provider);

    public void Dispose()
    {
    }

    private sealed class ConnectionLogger(AadLogin login, ILogger? inner) : ILogger
    {
        private readonly LoginsUnderWay _underWay = login.UnderWay;

        // What it listens to, the two ends of a login, is Debug and Trace, and so is every pooled open: listening only while a login is
        // under way keeps those as cheap as they are.
        public bool IsEnabled(LogLevel logLevel) => (_underWay.Any && logLevel <= LogLevel.Debug) || (inner is not null && inner.IsEnabled(logLevel));

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == NpgsqlEventId.OpenedPhysicalConnection)
                _underWay.End();
            else if (eventId.Id == NpgsqlEventId.BreakingConnection && exception is NpgsqlException fault && ServerError.IsLoginRefused(fault))
                login.Refused(fault);
            if (inner is not null && inner.IsEnabled(logLevel))
                inner.Log(logLevel, eventId, state, exception, formatter);
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner?.BeginScope(state);
    }
}
