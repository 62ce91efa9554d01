using BenchmarkDotNet.Attributes;

namespace AadPg.Benchmarks;

/// <summary>
/// The same number of reads of the cached token, by one thread and by many: a lock would make many slower than one. There are so many
/// reads that the start of the threads hardly counts.
/// </summary>
public class ThreadedReads
{
    private const int Reads = 10_240_000;

    private readonly AadTokenProvider _provider = new(new() { Credential = LocalServer.Credential });

    [GlobalSetup]
    public void FillTheCache() => _provider.GetToken();

    [Benchmark(Baseline = true, OperationsPerInvoke = Reads)]
    public void OneThread() => ReadBy(1);

    [Benchmark(OperationsPerInvoke = Reads)]
    public void EightThreads() => ReadBy(8);

    [Benchmark(OperationsPerInvoke = Reads)]
    public void SixtyFourThreads() => ReadBy(64);

    private void ReadBy(int count)
    {
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(() => Read(Reads / count))).ToArray();
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
    }

    private void Read(int times)
    {
        for (var read = 0; read < times; read++)
        {
            if (_provider.GetToken().Length == 0)
                throw new InvalidOperationException("The cache is empty.");
        }
    }
}
