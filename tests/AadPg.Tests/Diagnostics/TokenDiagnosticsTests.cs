using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace AadPg.Tests;

public sealed class TokenDiagnosticsTests : IDisposable
{
    private readonly SteppedClock _clock = new();
    private readonly LogCollector _log = new();
    private readonly ScriptedCredential _credential;
    private readonly AadTokenProvider _provider;

    // A scope that no other test has, to tell this test's points from those of others that run at the same time.
    private readonly string _scope = $"https://{Guid.NewGuid()}.example/.default";

    public TokenDiagnosticsTests()
    {
        _credential = new(_clock);
        _provider = new(new() { Credential = _credential, TimeProvider = _clock, LoggerFactory = _log, Cloud = new("Test", _scope, ".example") });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task TokenObtained_IsLoggedForDebugging()
    {
        await _provider.GetTokenAsync(Cancel);
        await Eventually.True(() => _log.Entries.Count > 0, "it was logged");

        var entry = Assert.Single(_log.Of("AadPg.Tokens"));
        Assert.Equal((1001, LogLevel.Debug), (entry.Id.Id, entry.Level));
        Assert.StartsWith($"ScriptedCredential gave a token for {_scope}, valid for 01:00:00", entry.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RefreshFailed_IsAWarning_AndTheEndOfItIsTold(bool asynchronous)
    {
        await _provider.GetTokenAsync(Cancel);
        _credential.Fault = new InvalidOperationException("no answer");
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("token-1", asynchronous ? await _provider.GetTokenAsync(Cancel) : _provider.GetToken());
        await Eventually.True(() => _log.Entries.Count == 2, "it was logged");

        var warning = _log.Entries.Last();
        Assert.Equal((1002, LogLevel.Warning), (warning.Id.Id, warning.Level));
        Assert.Contains("serves for another 00:01:00", warning.Message, StringComparison.Ordinal);
        Assert.Contains("no answer", warning.Message, StringComparison.Ordinal);

        _credential.Fault = null;
        _clock.Advance(TimeSpan.FromSeconds(30));
        await _provider.GetTokenAsync(Cancel);
        await Eventually.True(() => _log.Entries.Count == 4, "it was logged");
        Assert.Equal((1004, LogLevel.Information), (_log.Entries.Last().Id.Id, _log.Entries.Last().Level));
    }

    [Fact]
    public async Task NoTokenAlive_IsAnError()
    {
        _credential.Fault = new InvalidOperationException("no identity");

        await Assert.ThrowsAsync<AadAuthenticationException>(() => _provider.GetTokenAsync(Cancel).AsTask());
        await Eventually.True(() => _log.Entries.Count == 1, "it was logged");

        var entry = _log.Entries.Single();
        Assert.Equal((1003, LogLevel.Error), (entry.Id.Id, entry.Level));
        Assert.Contains("no identity", entry.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_AreMeasured_AndCachedReadsAreNot()
    {
        using var metrics = new MetricCollector();
        for (var read = 0; read < 10; read++)
            await _provider.GetTokenAsync(Cancel);
        _credential.Fault = new InvalidOperationException("down");
        _provider.Invalidate();
        _provider.GetToken();

        var requests = metrics.Points.Where(point => point.Instrument == "aadpg.token.request.duration" && point.Tags.Contains(_scope, StringComparison.Ordinal)).ToList();

        Assert.Equal(2, requests.Count);
        Assert.All(requests, static request => Assert.Equal(("AadPg", "s"), (request.Meter, request.Unit)));
        Assert.Equal($"[aadpg.credential.type, ScriptedCredential] [aadpg.token.scope, {_scope}]", requests[0].Tags);
        Assert.EndsWith("[error.type, System.InvalidOperationException]", requests[1].Tags, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LoggerAndListenersThatThrow_CostNoToken(bool asynchronous)
    {
        var told = 0;
        var logger = new BrokenLogger();
        using var metrics = new MeterListener { InstrumentPublished = static (instrument, listener) => ListenTo(instrument, listener) };
        metrics.SetMeasurementEventCallback<double>((_, _, tags, _) => Break(tags.ToArray()));
        metrics.Start();
        using var traces = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "AadPg",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => Break(activity.TagObjects),
            ActivityStopped = activity => Break(activity.TagObjects),
        };
        ActivitySource.AddActivityListener(traces);
        using var caller = new Activity("caller").Start();
        var provider = new AadTokenProvider(new() { Credential = _credential, TimeProvider = _clock, LoggerFactory = logger, Cloud = new("Test", _scope, ".example") });

        Assert.Equal("token-1", await GetAsync());
        provider.Invalidate();
        Assert.Equal("token-2", await GetAsync());

        Assert.Same(caller, Activity.Current);
        await Eventually.True(() => told == 4 && logger.Calls == 2, "the starts, the durations, and the logger were told");

        ValueTask<string> GetAsync() => asynchronous ? provider.GetTokenAsync(Cancel) : new(provider.GetToken());

        void Break(IEnumerable<KeyValuePair<string, object?>> tags)
        {
            if (!tags.Contains(new("aadpg.token.scope", _scope)))
                return;

            told++;
            throw new InvalidOperationException("This listener is broken.");
        }

        static void ListenTo(Instrument instrument, MeterListener listener)
        {
            if (instrument.Name == "aadpg.token.request.duration")
                listener.EnableMeasurementEvents(instrument);
        }
    }

    [Fact]
    public async Task RemainingLife_IsAGauge_DownToZero()
    {
        using var metrics = new MetricCollector();
        await _provider.GetTokenAsync(Cancel);
        metrics.Collect();
        _clock.Advance(TimeSpan.FromMinutes(45));
        metrics.Collect();
        _clock.Advance(TimeSpan.FromMinutes(45));
        metrics.Collect();

        var points = metrics.Points.Where(point => point.Instrument == "aadpg.token.remaining_life" && point.Tags.Contains(_scope, StringComparison.Ordinal));

        Assert.Equal([3600d, 900d, 0d], points.Select(static point => point.Value));
    }

    [Fact]
    public async Task Request_IsAnActivityOfItsOwn_LinkedToTheOneThatNeededIt()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "AadPg" or "Test",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("Test");
        using var caller = source.StartActivity("caller")!;
        await _provider.GetTokenAsync(Cancel);
        _credential.Fault = new InvalidOperationException("down");
        _provider.Invalidate();
        _provider.GetToken();

        var requests = activities.Where(activity => Equals(activity.GetTagItem("aadpg.token.scope"), _scope)).ToList();

        Assert.Equal(["aadpg.token.request", "aadpg.token.request"], requests.Select(static request => request.OperationName));
        Assert.Equal(caller.Context, Assert.Single(requests[0].Links).Context);
        Assert.NotEqual(caller.TraceId, requests[0].TraceId);
        Assert.Equal((ActivityKind.Client, ActivityStatusCode.Unset), (requests[0].Kind, requests[0].Status));
        Assert.Equal((ActivityStatusCode.Error, "System.InvalidOperationException"), (requests[1].Status, requests[1].GetTagItem("error.type")));
    }
}
