using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using AadPg.Analyzers;
using AadPg.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Benchmarks.Analysis;

/// <summary>All the analyzers of one package.</summary>
internal sealed record AnalyzerSet(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    private const string PeerFolder = "PeerAnalyzers/";

    /// <summary>Ours, made anew: what an analyzer keeps from one build must not help it in the next.</summary>
    public static AnalyzerSet Ours => new("AadPg", [.. new[] { typeof(ConnectionStringAnalyzer), typeof(AadConnectionFactoryAnalyzer) }
        .SelectMany(type => type.Assembly.GetTypes())
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)]);

    /// <summary>The other packages, restored by the project file for this purpose alone, each loaded apart as the compiler does.</summary>
    public static ImmutableArray<AnalyzerSet> Peers { get; } =
        [.. typeof(AnalyzerSet).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(attribute => attribute.Key.StartsWith(PeerFolder, StringComparison.Ordinal))
            .Select(attribute => Load(attribute.Key[PeerFolder.Length..], attribute.Value!))];

    private static AnalyzerSet Load(string name, string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{name} is not in {folder}. Build this project once more, so that it is restored.");

        var loader = new FolderLoader(folder);
        return new(name, [.. Directory.GetFiles(folder, "*.dll")
            .Where(file => !file.Contains("CodeFix", StringComparison.Ordinal))
            .SelectMany(file => new AnalyzerFileReference(file, loader).GetAnalyzers(LanguageNames.CSharp))]);
    }

    private sealed class FolderLoader(string folder) : AssemblyLoadContext, IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => LoadFromAssemblyPath(fullPath);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var file = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}
