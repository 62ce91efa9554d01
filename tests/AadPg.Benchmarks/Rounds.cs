using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace AadPg.Benchmarks;

/// <summary>
/// Runs all benchmarks again and again for a short while each, instead of each once for long: what else the machine does then meets ours
/// and the peer alike. In this process, so that they share one server.
/// </summary>
internal static class Rounds
{
    public static IReadOnlyList<Summary> Run(IReadOnlyList<Figure> figures, int count)
    {
        var classes = figures.Select(figure => figure.Benchmarks).Distinct().ToArray();
        var rounds = new List<Summary>();
        for (var round = 1; round <= count; round++)
        {
            Console.Error.WriteLine($"round {round} of {count}");
            rounds.AddRange(classes.Select(benchmarks => Round(benchmarks)));
        }

        return rounds;
    }

    private static Summary Round(Type benchmarks)
    {
        var log = new AccumulationLogger();
        var summary = BenchmarkRunner.Run(benchmarks, Config(log));
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success))
            throw new InvalidOperationException($"{benchmarks.Name} failed:{Environment.NewLine}{log.GetLog()}");
        return summary;
    }

    private static ManualConfig Config(AccumulationLogger log) => ManualConfig.CreateEmpty()
        .AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(2)
            .WithIterationCount(3)
            .WithIterationTime(TimeInterval.FromMilliseconds(100)))
        .AddDiagnoser(new MemoryDiagnoser(new(displayGenColumns: false)))
        .AddLogger(log)
        .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"))
        .WithOptions(ConfigOptions.DisableLogFile);
}
