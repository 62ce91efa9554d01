using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;

namespace AadPg.Tests;

/// <summary>Takes down everything that is said in the process while it lives: logs at any level, traces, metrics, event sources.</summary>
internal sealed class Ears : EventListener, ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(string Kind, string Text)> _heard = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Ears()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.Start();
    }

    public IReadOnlyCollection<(string Kind, string Text)> Heard
    {
        get
        {
            _meters.RecordObservableInstruments();
            return _heard;
        }
    }

    /// <summary>An exception as it reached the app, with all in it and on it.</summary>
    public void Hear(Exception exception)
    {
        _heard.Enqueue(("exception", exception.ToString()));
        for (var fault = exception; fault is not null; fault = fault.InnerException)
        {
            foreach (System.Collections.DictionaryEntry entry in fault.Data)
                _heard.Enqueue(("exception", $"{entry.Key} = {entry.Value}"));
        }
    }

    /// <summary>What a connection and its data source show of themselves.</summary>
    public void Show(string text) => _heard.Enqueue(("connection", text));

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _heard.Enqueue(("log", $"{state}"));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _heard.Enqueue(("log", $"{formatter(state, exception)} {exception}"));
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
            _heard.Enqueue(("log", string.Join(' ', values)));
    }

    public override void Dispose()
    {
        base.Dispose();
        _activities.Dispose();
        _meters.Dispose();
    }

    // Called by the base class's constructor for the sources that there are, before this one's fields are set.
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name.StartsWith("Azure-", StringComparison.Ordinal) || eventSource.Name.Contains("psql", StringComparison.OrdinalIgnoreCase))
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        _heard?.Enqueue(("event", $"{eventData.EventName} {(eventData.Payload is { } payload ? string.Join(' ', payload) : "")}"));

    private void Hear(Activity activity)
    {
        var events = activity.Events.Select(static happening => $"{happening.Name} {string.Join(' ', happening.Tags)}");
        _heard.Enqueue(("trace", $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', events)} {string.Join(' ', activity.Baggage)}"));
    }

    private void Hear(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _heard.Enqueue(("metric", $"{instrument.Meter.Name} {instrument.Name} {value} {string.Join(' ', tags.ToArray())}"));
}
