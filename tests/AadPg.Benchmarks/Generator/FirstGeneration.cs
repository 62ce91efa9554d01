using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace AadPg.Benchmarks;

/// <summary>All files of a project's targets, as a build makes them: read, parsed, generated.</summary>
public class FirstGeneration
{
    private const int Count = 1000;

    private readonly ManyTargets _factories = ManyTargets.Factories();
    private readonly ManyTargets _logMethods = ManyTargets.LogMethods();
    private readonly ManyTargets _jsonContexts = ManyTargets.JsonContexts();

    [Benchmark]
    public object Factories() => Generate(_factories, Count);

    [Benchmark]
    public object TwiceTheFactories() => Generate(_factories, 2 * Count);

    [Benchmark]
    public object LogMethods() => Generate(_logMethods, Count);

    [Benchmark]
    public object JsonContexts() => Generate(_jsonContexts, Count);

    private static GeneratorDriver Generate(ManyTargets targets, int count) => targets.Driver().RunGenerators(targets.Project(count));
}
