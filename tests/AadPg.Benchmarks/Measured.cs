using BenchmarkDotNet.Reports;

namespace AadPg.Benchmarks;

/// <summary>One benchmark in one round.</summary>
/// <param name="Nanoseconds">The least time of an operation: what else the machine does only ever adds to it.</param>
/// <param name="Bytes">What an operation allocates, on whatever thread.</param>
internal readonly record struct Measured(double Nanoseconds, long Bytes)
{
    /// <summary>A time that was measured by itself.</summary>
    public static Measured Of(TimeSpan time) => new(time.TotalNanoseconds, 0);

    public static Measured Of(Summary round, string method)
    {
        var report = round.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
        return new(report.ResultStatistics!.Min, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }
}
