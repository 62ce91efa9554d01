using AadPg.Analyzers.ConnectionStrings;
using AadPg.CodeFixes.Conversions;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Logins;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Factories;

/// <summary>Makes a connection factory of a connection string, in a file of its own, and has the sink use it.</summary>
internal static class FactoryGeneration
{
    private const string Generator = "AadConnectionFactoryGenerator";

    /// <summary>
    /// Null where the string is not wholly known or says no user, where it is written elsewhere than at the sink and may have other uses, and
    /// for a data source that code sets up further.
    /// </summary>
    public static async Task<SourceEdits?> FindEditsAsync(SinkSite site, CancellationToken cancellationToken)
    {
        if (RuntimeApi.Find(site.Compilation) is null
            || !HasGenerator(site.Document.Project)
            || LocalHosts.Of(site) is not { } hosts
            || TextAt(site) is not { } text
            || FactorySettings.Read(ParsedConnectionString.Parse(site.Text.Text)) is not { } settings)
        {
            return null;
        }

        var edits = new SourceEdits(site.Document.Project.Solution);
        var name = await AddFileAsync(site, new FactoryFile(settings, hosts), FactoryName.Candidates(settings), edits, cancellationToken).ConfigureAwait(false);
        return TryReplace(site, text, name, edits) ? edits : null;
    }

    private static bool HasGenerator(Project project) =>
        project.AnalyzerReferences.SelectMany(reference => reference.GetGenerators(LanguageNames.CSharp)).Any(generator => generator.GetGeneratorType().Name == Generator);

    /// <summary>The whole text, when it stands at the sink and nowhere else.</summary>
    private static ExpressionSyntax? TextAt(SinkSite site) =>
        site.Texts is [{ Holders.IsEmpty: true, IsComposed: false }]
        && site.Tracer.FindConnectionString(site.Operation)?.Syntax is ExpressionSyntax text
        && site.Text.Pieces.All(piece => piece.Written is null && piece.Source.SyntaxTree == text.SyntaxTree && text.Span.Contains(piece.Source.Span))
        && !Comments.AreIn(site.Tree.GetRoot(), text.Span)
            ? text
            : null;

    /// <summary>Adds the file, unless a factory of the same name and settings is there from another string.</summary>
    private static async Task<string> AddFileAsync(SinkSite site, FactoryFile file, IEnumerable<string> candidates, SourceEdits edits, CancellationToken cancellationToken)
    {
        var root = (CompilationUnitSyntax)await site.Tree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        var container = site.Model.GetEnclosingSymbol(site.Operation.Syntax.SpanStart, cancellationToken)?.ContainingNamespace;
        var @namespace = container is null or { IsGlobalNamespace: true } ? "" : container.ToDisplayString();
        foreach (var name in candidates)
        {
            var text = file.Write(name, @namespace, root).Replace("\n", Layout.NewLine(await site.Tree.GetTextAsync(cancellationToken).ConfigureAwait(false)));
            var existing = site.Document.Project.Documents.FirstOrDefault(document => document.Name == name + ".cs" && document.Folders.SequenceEqual(site.Document.Folders));
            if (existing is not null && (await existing.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString() == text)
                return name;

            if (existing is null && FactoryName.IsFree(name, site))
            {
                edits.AddFile(site.Document, name + ".cs", text);
                return name;
            }
        }

        throw new InvalidOperationException("There is always another number.");
    }

    /// <summary>A data source of its own stays one; everything else shares the factory's.</summary>
    private static bool TryReplace(SinkSite site, ExpressionSyntax text, string name, SourceEdits edits)
    {
        if (site.Operation is IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "NpgsqlDataSource" } })
        {
            edits.Replace(site.Tree, site.Operation.Syntax.Span, $"new {name}().DataSource");
            return true;
        }

        if (!SinkConversion.TryConvert(site, new FactoryLogin(name), edits))
            return false;

        var argument = text.FirstAncestorOrSelf<ArgumentSyntax>();
        var isConnection = site.Operation is IObjectCreationOperation && argument is { NameColon: not null };
        edits.Replace(site.Tree, isConnection ? TextSpan.FromBounds(argument!.SpanStart, text.Span.End) : text.Span, "");
        return true;
    }
}
