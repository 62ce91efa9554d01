using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Tracing;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes.Passwords;

/// <summary>Fixes all the texts that have their password from one constant: it is one finding, at the constant, which is there as long as one of them takes it.</summary>
internal static class SharedPassword
{
    /// <summary>What <paramref name="findEditsAsync"/> finds for the sink, and for the others of the constant; nothing, when one of them would keep the password.</summary>
    public static Func<SinkSite, CancellationToken, Task<SourceEdits?>> OfEachSink(Func<SinkSite, CancellationToken, Task<SourceEdits?>> findEditsAsync) => async (site, cancellationToken) =>
    {
        if (await findEditsAsync(site, cancellationToken).ConfigureAwait(false) is not { } edits)
            return null;

        foreach (var other in await OtherSinksAsync(site, cancellationToken).ConfigureAwait(false))
        {
            if (await findEditsAsync(other, cancellationToken).ConfigureAwait(false) is not { IsPossible: true } found || !edits.TryAdd(found))
                return null;
        }

        return edits;
    };

    private static async Task<List<SinkSite>> OtherSinksAsync(SinkSite site, CancellationToken cancellationToken)
    {
        var others = new List<SinkSite>();
        if (ConstantOf(site.Text) is not { Parent.Parent: VariableDeclaratorSyntax declarator } constant || SymbolOf(declarator, site, cancellationToken) is not { } holder)
            return others;

        // A constant that is made of this one leads on to its own uses.
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { holder };
        var open = new Queue<ISymbol>(seen);
        while (open.Count > 0)
        {
            foreach (var use in await HolderUse.FindAllAsync(open.Dequeue(), site.Document.Project.Solution, cancellationToken).ConfigureAwait(false))
            {
                if (await SinkAroundAsync(use, constant, cancellationToken).ConfigureAwait(false) is { } other && !others.Append(site).Any(known => known.Operation.Syntax == other.Operation.Syntax))
                    others.Add(other);

                if (use.Expression.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } made && SymbolOf(made, site, cancellationToken) is { } next && seen.Add(next))
                    open.Enqueue(next);
            }
        }

        return others;
    }

    /// <summary>The sink that the text goes to which the constant is put into there: what is around it, or the text's first literal, when its own words make it one.</summary>
    private static async Task<SinkSite?> SinkAroundAsync(HolderUse use, SyntaxNode constant, CancellationToken cancellationToken)
    {
        foreach (var node in use.Expression.AncestorsAndSelf().TakeWhile(node => node is not (StatementSyntax or MemberDeclarationSyntax)).SelectMany(node => new[] { node, BeginOf(node) }).Distinct())
        {
            if (await SinkSite.FindAsync(new SinkLocation(use.Document.Id, node.Span), use.Document.Project.Solution, cancellationToken).ConfigureAwait(false) is { } site && ConstantOf(site.Text) == constant)
                return site;
        }

        return null;
    }

    private static SyntaxNode BeginOf(SyntaxNode text) => text switch
    {
        InterpolatedStringExpressionSyntax { Contents: [var first, ..] } => first,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: var left } => BeginOf(left),
        _ => text,
    };

    /// <summary>The literal that the password of the text is, when a constant holds it.</summary>
    private static SyntaxNode? ConstantOf(TracedText text) =>
        ParsedConnectionString.Parse(text.Text).Get(Keyword.Password).Entry is { } entry && text.LiteralOf(entry.ValueRange) is { } literal && TracedText.IsOfAConstant(literal) ? literal : null;

    private static ISymbol? SymbolOf(VariableDeclaratorSyntax declarator, SinkSite site, CancellationToken cancellationToken) =>
        site.Tracer.Models.Of(declarator.SyntaxTree)?.GetDeclaredSymbol(declarator, cancellationToken);
}
