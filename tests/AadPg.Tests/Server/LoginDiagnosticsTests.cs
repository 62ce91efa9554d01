using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using AadPg.Testing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AadPg.Tests;

[Collection("server")]
public sealed class LoginDiagnosticsTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RefusedLogin_IsLoggedWithItsExplanation_AndCounted()
    {
        using var metrics = new MetricCollector();
        var log = new LogCollector();
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, "Pooling=false", options => options.LoggerFactory = log);
        await using (await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel))
            await principal.RotateTokenAsync(Cancel);

        await using (await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel))
            Assert.Equal([(2001, LogLevel.Warning), (2002, LogLevel.Information)], log.Of("AadPg.Logins").Select(static entry => (entry.Id.Id, entry.Level)));

        Assert.Contains("TokenRefused", log.Of("AadPg.Logins").First().Message, StringComparison.Ordinal);
        Assert.Contains(metrics.Points, static point => point is { Instrument: "aadpg.login.retries", Value: 1, Tags: "[aadpg.login.outcome, accepted]" });
    }

    [Fact]
    public async Task LoggerAndListenerThatThrow_CostNoLogin()
    {
        var told = 0;
        var logger = new BrokenLogger();
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, "Maximum Pool Size=2", options => options.LoggerFactory = logger);
        await using var other = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);
        await principal.RotateTokenAsync(Cancel);
        using var listener = new MeterListener { InstrumentPublished = static (instrument, listener) => ListenTo(instrument, listener) };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) =>
        {
            told++;
            throw new InvalidOperationException("This listener is broken.");
        });
        listener.Start();

        // The second open has no place in the pool if the first one's connection was lost.
        for (var open = 0; open < 2; open++)
            await (await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel)).DisposeAsync();

        Assert.Equal(1, told);
        Assert.NotEqual(0, logger.Calls);

        static void ListenTo(Instrument instrument, MeterListener listener)
        {
            if (instrument.Name == "aadpg.login.retries")
                listener.EnableMeasurementEvents(instrument);
        }
    }

    [Fact]
    public async Task LoginRefusedAgain_IsAnError()
    {
        var log = new LogCollector();
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, "Pooling=false;Username=nobody", options => options.LoggerFactory = log);

        await Assert.ThrowsAsync<PostgresException>(async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel));

        Assert.Contains(log.Of("AadPg.Logins"), static entry => entry is { Id.Id: 2003, Level: LogLevel.Error });
    }

    [Fact]
    public async Task NpgsqlsOwnLog_GoesToTheAppsLogger()
    {
        var log = new LogCollector();
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, configure: options => options.LoggerFactory = log);

        await using (await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel))
            Assert.Contains(log.Of("Npgsql.Connection"), static entry => entry.Id.Id == NpgsqlEventId.OpenedPhysicalConnection);
    }

    [Fact]
    public async Task Token_IsInNoLogMetricOrTrace_AtAnyLevel()
    {
        var log = new LogCollector();
        var traces = new ConcurrentQueue<string>();
        using var metrics = new MetricCollector();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traces.Enqueue(
                $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(static e => e.Tags))}"),
        };
        ActivitySource.AddActivityListener(listener);
        var principal = await server.CreatePrincipalAsync();
        var tokens = new List<string> { (await principal.GetTokenAsync(Cancel)).Token };
        await using var dataSource = server.CreateDataSource(principal, "Pooling=false", options => options.LoggerFactory = log);

        await using (await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel))
            tokens.Add((await principal.RotateTokenAsync(Cancel)).Token);
        await using (await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel))
            principal.Fault = new TokenFault { Body = $$"""{"access_token":"{{tokens[1]}}","expires_on":"soon"}""" };
        await principal.RevokeTokenAsync(Cancel);
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel));
        metrics.Collect();

        var told = log.Entries.Select(static entry => $"{entry.Message} {entry.Exception}").Concat(traces).Concat(metrics.Points.Select(static point => point.Tags)).ToList();
        Assert.True(told.Count > 20, $"only {told.Count} things were told");
        Assert.Contains(told, static text => text.Contains("aadpg.token.request", StringComparison.Ordinal));
        Assert.Contains(log.Of("AadPg.Tokens"), static entry => entry.Level == LogLevel.Warning);
        foreach (var token in tokens)
        {
            // Its claims are as secret as the whole: they are half of it.
            Assert.DoesNotContain(told, text => text.Contains(token, StringComparison.Ordinal) || text.Contains(token.Split('.')[1], StringComparison.Ordinal));
        }
    }
}
