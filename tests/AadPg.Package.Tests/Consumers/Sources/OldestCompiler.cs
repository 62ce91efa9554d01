using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

// Compiles files with the Roslyn that this program references and with the tools of a folder: OldestCompiler TOOLS FILE…
Console.WriteLine($"Roslyn {typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(2)}");

var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
var compilation = CSharpCompilation.Create(
    "App",
    args[1..].Append("global using System;").Select(file => CSharpSyntaxTree.ParseText(File.Exists(file) ? File.ReadAllText(file) : file, path: Path.GetFileName(file))),
    platform.Select(path => MetadataReference.CreateFromFile(path)),
    new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

// The tools share an assembly, which a compiler finds among those that it was given.
var files = Directory.GetFiles(args[0], "*.dll");
AssemblyLoadContext.Default.Resolving += (context, name) =>
    files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name.Name) is { } file ? context.LoadFromAssemblyPath(file) : null;
var tools = files
    .Where(path => !path.Contains("CodeFixes", StringComparison.Ordinal)) // needs an IDE's Workspaces
    .Select(path => new AnalyzerFileReference(path, new Loader()))
    .ToList();
foreach (var tool in tools)
    tool.AnalyzerLoadFailed += (_, failure) => Console.WriteLine($"not loaded: {failure.Message}");

var driver = CSharpGeneratorDriver.Create(tools.SelectMany(tool => tool.GetGenerators(LanguageNames.CSharp)))
    .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
var errors = generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
var findings = await generated.WithAnalyzers([.. tools.SelectMany(tool => tool.GetAnalyzers(LanguageNames.CSharp))]).GetAnalyzerDiagnosticsAsync();

foreach (var diagnostic in errors.Concat(findings).OrderBy(diagnostic => diagnostic.Id, StringComparer.Ordinal))
    Console.WriteLine($"{diagnostic.Location.SourceTree?.FilePath} {diagnostic.Id}");
foreach (var result in driver.GetRunResult().Results)
{
    foreach (var source in result.GeneratedSources)
        Console.WriteLine(source.HintName);
    Console.Write(result.Exception);
}

internal sealed class Loader : IAnalyzerAssemblyLoader
{
    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath) => AssemblyLoadContext.Default.LoadFromAssemblyPath(fullPath);
}
