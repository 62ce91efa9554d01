using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Logins;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Factories;

/// <summary>Makes a connection factory of a connection string, in a file of its own, and has the sink use it.</summary>
internal static class FactoryGeneration
{
    private const string Generator = "AadConnectionFactoryGenerator";

    /// <summary>Null where no factory can stand for the string.</summary>
    public static async Task<SourceEdits?> FindEditsAsync(SinkSite site, CancellationToken cancellationToken)
    {
        if (RuntimeApi.Find(site.Compilation) is null || !HasGenerator(site.Document.Project) || FactoryCandidate.Find(site) is not { } candidate)
            return null;

        var names = await FactoryNames.InAsync(site.Document.Project, cancellationToken).ConfigureAwait(false);
        if (names.Of(candidate) is not { } name)
            return null;

        var edits = new SourceEdits(site.Document.Project.Solution);
        if (!FactoryNames.HasFile(site.Document, name))
            edits.AddFile(site.Document, name + ".cs", candidate.Write(name));

        return candidate.TryReplace(name, edits) ? edits : null;
    }

    private static bool HasGenerator(Project project) =>
        project.AnalyzerReferences.SelectMany(reference => reference.GetGenerators(LanguageNames.CSharp)).Any(generator => generator.GetGeneratorType().Name == Generator);
}
