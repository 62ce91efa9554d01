using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Tokens;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes;

/// <summary>AADPG0007: puts the scope of the server's cloud, or of the cloud that the wrong scope is of, in the place of the wrong one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectTokenScopeCodeFix))]
[Shared]
public sealed class CorrectTokenScopeCodeFix : LocatedCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.WrongTokenScope);

    private protected override ImmutableArray<LocatedFix> Fixes { get; } = ImmutableArray.Create<LocatedFix>(
        new TokenFix("Ask for a token for PostgreSQL", nameof(CorrectTokenScopeCodeFix), TryEdit));

    /// <summary>A constant that is named is left as it is: others may use it, for what it says.</summary>
    private static bool TryEdit(TokenSite site, SourceEdits edits, CancellationToken cancellationToken)
    {
        if (site.Argument is not { } scope || site.Operation.Syntax is not ExpressionSyntax element)
            return false;

        edits.Replace(site.Tree, element.Span, LiteralForm.Render(element, scope) ?? SyntaxFactory.Literal(scope).Text);
        return true;
    }
}
