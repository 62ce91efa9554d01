using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AadPg.Benchmarks;

/// <summary>A keystroke in a file that has nothing to do with a project's 1,000 targets.</summary>
public class EditElsewhere
{
    private const int Count = 1000;

    private Editor _factories = null!;
    private Editor _untouched = null!;
    private Editor _logMethods = null!;
    private Editor _jsonContexts = null!;

    [GlobalSetup]
    public void Open()
    {
        _factories = new(ManyTargets.Factories());
        _untouched = new(ManyTargets.Untouched());
        _logMethods = new(ManyTargets.LogMethods());
        _jsonContexts = new(ManyTargets.JsonContexts());
    }

    [Benchmark]
    public void Factories() => _factories.Edit();

    [Benchmark]
    public void Untouched() => _untouched.Edit();

    [Benchmark]
    public void LogMethods() => _logMethods.Edit();

    [Benchmark]
    public void JsonContexts() => _jsonContexts.Edit();

    /// <summary>A project that is open, generated once.</summary>
    private sealed class Editor
    {
        private readonly ManyTargets _targets;
        private CSharpCompilation _project;
        private GeneratorDriver _driver;

        public Editor(ManyTargets targets)
        {
            _targets = targets;
            _project = targets.Project(Count);
            _driver = targets.Driver().RunGenerators(_project);
        }

        public void Edit()
        {
            _project = _targets.Edit(_project);
            _driver = _driver.RunGenerators(_project);
        }
    }
}
