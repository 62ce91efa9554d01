using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AadPg;

/// <summary>The app's logger, for what must go on when it throws. For events that are rare: each costs a delegate.</summary>
internal sealed class UnfailingLogger : ILogger
{
    private readonly ILogger _inner;

    private UnfailingLogger(ILogger inner) => _inner = inner;

    /// <summary>The logger of a category; one that does nothing without a factory.</summary>
    public static ILogger Create(ILoggerFactory? factory, string category) => factory is null ? NullLogger.Instance : new UnfailingLogger(factory.CreateLogger(category));

    public bool IsEnabled(LogLevel logLevel)
    {
        var isEnabled = false;
        Listeners.Tell(() => isEnabled = _inner.IsEnabled(logLevel));
        return isEnabled;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Listeners.Tell(() => _inner.Log(logLevel, eventId, state, exception, formatter));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _inner.BeginScope(state);
}
