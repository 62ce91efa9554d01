using BenchmarkDotNet.Attributes;
using Npgsql;

namespace AadPg.Benchmarks;

/// <summary>Takes a connection from the pool and gives it back: by our open method, and by Npgsql's. Many short iterations: one that the machine does not disturb is among them.</summary>
[IterationCount(15)]
[IterationTime(20)]
public class PooledOpen
{
    private const int Opens = 100;

    private readonly NpgsqlDataSource _ours = LocalServer.WithAadPg();
    private readonly NpgsqlDataSource _peers = LocalServer.WithStaticPassword();

    [GlobalSetup]
    public async Task FillThePools()
    {
        await Factory();
        await Npgsql();
    }

    [GlobalCleanup]
    public async Task CloseThePools()
    {
        await _ours.DisposeAsync();
        await _peers.DisposeAsync();
    }

    [Benchmark(OperationsPerInvoke = Opens)]
    public async Task Factory()
    {
        for (var open = 0; open < Opens; open++)
        {
            await using var connection = await AadConnectionFactory.OpenConnectionAsync(_ours);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Opens)]
    public async Task Npgsql()
    {
        for (var open = 0; open < Opens; open++)
        {
            await using var connection = await _peers.OpenConnectionAsync();
        }
    }
}
