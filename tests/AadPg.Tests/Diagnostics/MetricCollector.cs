using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace AadPg.Tests;

/// <summary>Listens to every meter of the process, with all tags as text.</summary>
internal sealed class MetricCollector : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Point> _points = new();

    public MetricCollector()
    {
        _listener.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyCollection<Point> Points => _points;

    public void Collect() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _points.Enqueue(new(instrument.Meter.Name, instrument.Name, instrument.Unit, value, string.Join(' ', tags.ToArray())));

    internal sealed record Point(string Meter, string Instrument, string? Unit, double Value, string Tags);
}
