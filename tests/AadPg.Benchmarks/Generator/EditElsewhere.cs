using BenchmarkDotNet.Attributes;

namespace AadPg.Benchmarks;

/// <summary>A keystroke in a file that has nothing to do with a project's 1,000 targets.</summary>
public class EditElsewhere
{
    private const int Count = 1000;

    private OpenProject _factories = null!;
    private OpenProject _untouched = null!;
    private OpenProject _logMethods = null!;
    private OpenProject _jsonContexts = null!;

    [GlobalSetup]
    public void Open()
    {
        _factories = new(ManyTargets.Factories(), Count);
        _untouched = new(ManyTargets.Untouched(), Count);
        _logMethods = new(ManyTargets.LogMethods(), Count);
        _jsonContexts = new(ManyTargets.JsonContexts(), Count);
    }

    [Benchmark]
    public void Factories() => _factories.Edit();

    [Benchmark]
    public void Untouched() => _untouched.Edit();

    [Benchmark]
    public void LogMethods() => _logMethods.Edit();

    [Benchmark]
    public void JsonContexts() => _jsonContexts.Edit();
}
