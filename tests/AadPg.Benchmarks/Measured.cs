using BenchmarkDotNet.Reports;

namespace AadPg.Benchmarks;

/// <summary>One benchmark in one round.</summary>
/// <param name="Nanoseconds">The median time of an operation.</param>
/// <param name="Bytes">What an operation allocates, on whatever thread.</param>
internal readonly record struct Measured(double Nanoseconds, long Bytes)
{
    /// <summary>A time that was measured by itself.</summary>
    public static Measured Of(TimeSpan time) => new(time.TotalNanoseconds, 0);

    public static Measured Of(Summary round, string method)
    {
        var report = round.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
        return new(report.ResultStatistics!.Median, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }
}
