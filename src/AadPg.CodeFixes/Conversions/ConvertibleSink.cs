using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Logins;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Conversions;

/// <summary>A call that takes a connection string as an argument, with the tools to rewrite it.</summary>
/// <param name="Site">The sink.</param>
/// <param name="Argument">The connection string's argument.</param>
/// <param name="Login">What to call instead.</param>
/// <param name="Edits">Where the edits go.</param>
internal sealed record ConvertibleSink(SinkSite Site, ArgumentSyntax Argument, Login Login, SourceEdits Edits)
{
    public SyntaxNode Syntax => Site.Operation.Syntax;

    public void Insert(int position, string text) => Edits.Insert(Site.Tree, position, text);

    public void Replace(TextSpan span, string text) => Edits.Replace(Site.Tree, span, text);

    /// <summary>The name to write for a type at the sink.</summary>
    public string NameOf(INamedTypeSymbol type) => SourceNames.Of(type, Site.Model, Syntax.SpanStart, Edits);

    /// <summary>The call, with its dot, that has a builder of this type log in with tokens; null when there is none.</summary>
    public string? LoginCall(ITypeSymbol? builder) => Login.CallOn(builder, Site, Edits);

    /// <summary>Makes the argument's value the shared data source for it.</summary>
    /// <param name="prefix">What comes before the data source, such as a lambda's parameter.</param>
    /// <param name="suffix">What comes behind it.</param>
    public void WrapArgument(string prefix = "", string suffix = "")
    {
        var (before, after) = Login.SharedDataSource(Site, Edits);
        Insert(Argument.Expression.SpanStart, prefix + before);
        Insert(Argument.Expression.Span.End, after + suffix);
    }

    /// <summary>A name for a lambda's parameter that nothing else has.</summary>
    public string FreeName(params string[] candidates) => candidates
        .Concat(NumberedNames.Of(candidates[candidates.Length - 1]).Skip(1))
        .First(name => Site.Model.LookupSymbols(Argument.SpanStart, name: name).IsEmpty);

    /// <summary>Whether a comment stands in the span, which a rewriting of it would lose.</summary>
    public bool HasComment(TextSpan span) => Comments.AreIn(Syntax.SyntaxTree.GetRoot(), span);

    /// <summary>The sink's method or constructor.</summary>
    public IMethodSymbol Method => Site.Operation is IInvocationOperation invocation
        ? invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod
        : ((IObjectCreationOperation)Site.Operation).Constructor!;
}
