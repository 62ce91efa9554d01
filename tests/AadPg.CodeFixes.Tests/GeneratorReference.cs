using System.Reflection;
using AadPg.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.CodeFixes.Tests;

/// <summary>Has a project of a workspace run the generator, as a package does.</summary>
internal sealed class GeneratorReference : IAnalyzerAssemblyLoader
{
    public static readonly AnalyzerReference Instance = new AnalyzerFileReference(typeof(AadConnectionFactoryGenerator).Assembly.Location, new GeneratorReference());

    public void AddDependencyLocation(string fullPath)
    {
        // The tests run with all of them.
    }

    public Assembly LoadFromPath(string fullPath) => typeof(AadConnectionFactoryGenerator).Assembly;
}
