using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Sinks;
using AadPg.CodeFixes.Conversions;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Logins;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Factories;

/// <summary>A sink that can use a connection factory in the place of its connection string.</summary>
internal sealed class FactoryCandidate
{
    private readonly FactoryFile _file;
    private readonly ExpressionSyntax _text;
    private readonly CompilationUnitSyntax _unit;
    private readonly string _namespace;
    private readonly string _newLine;

    private FactoryCandidate(SinkSite site, ExpressionSyntax text, FactorySettings settings, IReadOnlyList<string> localHosts)
    {
        (Site, _text, _file) = (site, text, new FactoryFile(settings, localHosts));
        BaseName = FactoryName.Of(settings);
        _unit = (CompilationUnitSyntax)site.Tree.GetRoot();
        _newLine = Layout.NewLine(site.Tree.GetText());
        var container = site.Model.GetEnclosingSymbol(site.Operation.Syntax.SpanStart)?.ContainingNamespace;
        _namespace = container is null or { IsGlobalNamespace: true } ? "" : container.ToDisplayString();
    }

    public SinkSite Site { get; }

    /// <summary>The factory's name, if nothing else has it.</summary>
    public string BaseName { get; }

    /// <summary>
    /// Null where the string is not wholly known or says no user, where it is written elsewhere than at the sink and may have other uses, and
    /// for a data source that code sets up further.
    /// </summary>
    public static FactoryCandidate? Find(SinkSite site)
    {
        if (LocalHosts.Of(site) is not { } hosts || TextAt(site) is not { } text || FactorySettings.Read(ParsedConnectionString.Parse(site.Text.Text)) is not { } settings)
            return null;

        var candidate = new FactoryCandidate(site, text, settings, hosts);
        return candidate.TryReplace(candidate.BaseName, new SourceEdits(site.Document.Project.Solution)) ? candidate : null;
    }

    /// <summary>The text of the factory's file.</summary>
    public string Write(string name) => _file.Write(name, _namespace, _unit).Replace("\n", _newLine);

    /// <summary>A data source of its own stays one; everything else shares the factory's.</summary>
    public bool TryReplace(string name, SourceEdits edits)
    {
        if (Site.Operation is IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "NpgsqlDataSource" } })
        {
            edits.Replace(Site.Tree, Site.Operation.Syntax.Span, $"new {name}().DataSource");
            return true;
        }

        if (!SinkConversion.TryConvert(Site, new FactoryLogin(name), edits))
            return false;

        var argument = _text.FirstAncestorOrSelf<ArgumentSyntax>();
        var isConnection = Site.Operation is IObjectCreationOperation && argument is { NameColon: not null };
        edits.Replace(Site.Tree, isConnection ? TextSpan.FromBounds(argument!.SpanStart, _text.Span.End) : _text.Span, "");
        return true;
    }

    /// <summary>The whole text, when it stands at the sink and nowhere else.</summary>
    private static ExpressionSyntax? TextAt(SinkSite site) =>
        site.Texts is [{ Holders.IsEmpty: true, IsComposed: false }]
        && SinkFinder.FindConnectionString(site.Operation)?.Syntax is ExpressionSyntax text
        && site.Text.Pieces.All(piece => piece.Written is null && piece.Source.SyntaxTree == text.SyntaxTree && text.Span.Contains(piece.Source.Span))
        && !Comments.AreIn(site.Tree.GetRoot(), text.Span)
            ? text
            : null;
}
