using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Conversions;

/// <summary>A call that takes a connection string as an argument, with the tools to rewrite it.</summary>
/// <param name="Site">The sink.</param>
/// <param name="Argument">The connection string's argument.</param>
/// <param name="Runtime">What to call instead.</param>
/// <param name="Edits">Where the edits go.</param>
internal sealed record ConvertibleSink(SinkSite Site, ArgumentSyntax Argument, RuntimeApi Runtime, SourceEdits Edits)
{
    public SyntaxNode Syntax => Site.Operation.Syntax;

    public void Insert(int position, string text) => Edits.Insert(Site.Tree, position, text);

    public void Replace(TextSpan span, string text) => Edits.Replace(Site.Tree, span, text);

    /// <summary>The name to write for a type at the sink.</summary>
    public string NameOf(INamedTypeSymbol type) => SourceNames.Of(type, Site.Model, Syntax.SpanStart, Edits);

    /// <summary>Whether <c>.UseAadAuthentication()</c> can be called on a builder of this type, with a using directive more if need be.</summary>
    public bool CanUseAadAuthentication(ITypeSymbol? builder) =>
        Runtime.UseAadAuthentication(builder) is { } extension && SourceNames.TryReach(extension, builder!, Site.Model, Syntax.SpanStart, Edits);

    /// <summary>The sink's method or constructor.</summary>
    public IMethodSymbol Method => Site.Operation is IInvocationOperation invocation
        ? invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod
        : ((IObjectCreationOperation)Site.Operation).Constructor!;
}
