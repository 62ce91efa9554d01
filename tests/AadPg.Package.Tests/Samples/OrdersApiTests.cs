using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace AadPg.Package.Tests.Samples;

/// <summary>samples/OrdersApi, started as a developer starts it: with the local PostgreSQL that takes tokens.</summary>
public sealed partial class OrdersApiTests : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private Process? _api;

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Build.OrdersApi, "--urls", "http://127.0.0.1:0"])
        {
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
            RedirectStandardOutput = true,
        };
        _api = Process.Start(start)!;
        while (await _api.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Address().Match(line) is { Success: true } match)
            {
                _client.BaseAddress = new Uri(match.Value);
                _ = _api.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
                return;
            }
        }

        Assert.Fail("OrdersApi ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_api is null)
            return;

        // Killed, not asked: the local PostgreSQL must end by itself.
        _api.Kill();
        await _api.WaitForExitAsync();
        _api.Dispose();
    }

    [Fact]
    public async Task Api_PlacesAndListsOrders_ThroughTheFactoryAndEntityFramework()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        Assert.Equal("orders-api over TLSv1.3", await _client.GetStringAsync("/whoami", cancellationToken));
        Assert.Equal("Healthy", await _client.GetStringAsync("/health", cancellationToken));
        Assert.Equal("""[{"name":"notebook","price":3.50},{"name":"pen","price":1.20}]""", await _client.GetStringAsync("/articles?below=10", cancellationToken));

        using var placed = await _client.PostAsJsonAsync("/orders", new { Article = "pen", Quantity = 3 }, cancellationToken);
        Assert.Equal("/orders/1", placed.Headers.Location?.ToString());
        Assert.Matches("""^\[\{"id":1,"article":"pen","quantity":3,"placedAt":"[^"]+"\}\]$""", await ListedOrdersAsync(cancellationToken));
    }

    // The list comes from the replica, which is a little behind.
    private async Task<string> ListedOrdersAsync(CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            var orders = await _client.GetStringAsync("/orders", cancellationToken);
            if (orders != "[]" || tries == 100)
                return orders;
            await Task.Delay(50, cancellationToken);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
