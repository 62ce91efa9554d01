using BenchmarkDotNet.Attributes;
using Npgsql;

namespace AadPg.Benchmarks;

/// <summary>A login of its own, TLS handshake and all: with our token, with the same token as a static password, and by Npgsql's password provider.</summary>
public class PhysicalOpen
{
    private const string Unpooled = "Pooling=false";

    private readonly NpgsqlDataSource _ours = LocalServer.WithAadPg(Unpooled);
    private readonly NpgsqlDataSource _static = LocalServer.WithStaticPassword(Unpooled);
    private readonly NpgsqlDataSource _provider = LocalServer.WithPasswordProvider(Unpooled);

    [GlobalSetup]
    public Task FillTheCache() => AadPg();

    [GlobalCleanup]
    public async Task Close()
    {
        await _ours.DisposeAsync();
        await _static.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Benchmark]
    public async Task AadPg()
    {
        await using var connection = await _ours.OpenConnectionAsync();
    }

    [Benchmark(Baseline = true)]
    public async Task StaticPassword()
    {
        await using var connection = await _static.OpenConnectionAsync();
    }

    [Benchmark]
    public async Task PasswordProvider()
    {
        await using var connection = await _provider.OpenConnectionAsync();
    }
}
