using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AadPg.Benchmarks;

/// <summary>A project with many targets as an IDE has it open: generated once, and again after each edit.</summary>
internal sealed class OpenProject
{
    private readonly ManyTargets _targets;
    private CSharpCompilation _project;
    private GeneratorDriver _driver;

    public OpenProject(ManyTargets targets, int count)
    {
        _targets = targets;
        _project = targets.Project(count);
        _driver = targets.Driver().RunGenerators(_project);
    }

    /// <summary>A keystroke in the file that has nothing to do with the targets.</summary>
    public void Edit()
    {
        _project = _targets.Edit(_project);
        _driver = _driver.RunGenerators(_project);
    }
}
