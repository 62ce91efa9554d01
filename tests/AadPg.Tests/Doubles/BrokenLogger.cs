using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AadPg.Tests;

/// <summary>AadPg's own logger, and its factory, that throws whenever it is told something.</summary>
internal sealed class BrokenLogger : ILoggerFactory, ILogger
{
    public int Calls { get; private set; }

    public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("AadPg.", StringComparison.Ordinal) ? this : NullLogger.Instance;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Calls++;
        throw new InvalidOperationException("This logger is broken.");
    }

    public void Dispose()
    {
    }
}
