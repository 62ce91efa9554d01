using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Analyzers.Tests;

/// <summary>Every analyzer of the assembly.</summary>
internal static class AllAnalyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> Create() =>
        [.. typeof(ConnectionStringAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
}
