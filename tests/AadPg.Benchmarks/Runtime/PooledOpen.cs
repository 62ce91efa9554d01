using BenchmarkDotNet.Attributes;
using Npgsql;

namespace AadPg.Benchmarks;

/// <summary>
/// Takes a connection from the pool and gives it back: by our open method, and by Npgsql's. Of several data sources each, as two of a kind may differ
/// by a hundredth for where they lie in memory.
/// </summary>
public class PooledOpen
{
    private const int Pools = 3;
    private const int Opens = 1_000;

    private readonly NpgsqlDataSource[] _ours = [.. Enumerable.Range(0, Pools).Select(static _ => LocalServer.WithAadPg())];
    private readonly NpgsqlDataSource[] _peers = [.. Enumerable.Range(0, Pools).Select(static _ => LocalServer.WithStaticPassword())];

    [GlobalSetup]
    public async Task FillThePools()
    {
        await Factory();
        await Npgsql();
    }

    [GlobalCleanup]
    public async Task CloseThePools()
    {
        foreach (var dataSource in _ours.Concat(_peers))
            await dataSource.DisposeAsync();
    }

    [Benchmark(OperationsPerInvoke = Pools * Opens)]
    public async Task Factory()
    {
        foreach (var dataSource in _ours)
        {
            for (var open = 0; open < Opens; open++)
            {
                await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource);
            }
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Pools * Opens)]
    public async Task Npgsql()
    {
        foreach (var dataSource in _peers)
        {
            for (var open = 0; open < Opens; open++)
            {
                await using var connection = await dataSource.OpenConnectionAsync();
            }
        }
    }
}
