using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Tokens;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Tokens;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes;

/// <summary>
/// AADPG0014: writes <c>***</c> in the place of a token or a password, and a connection string without its password. Only where the secret
/// is handed to the log itself: through a variable it may go elsewhere too, where it is needed.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HideSecretCodeFix))]
[Shared]
public sealed class HideSecretCodeFix : LocatedCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.TokenLogged);

    private protected override ImmutableArray<LocatedFix> Fixes { get; } = ImmutableArray.Create<LocatedFix>(
        new TokenFix("Leave the secret out of the log", nameof(HideSecretCodeFix), TryEdit));

    private static bool TryEdit(TokenSite site, SourceEdits edits, CancellationToken cancellationToken)
    {
        if (site.Operation.Syntax is not ExpressionSyntax secret
            || secret is LiteralExpressionSyntax
            || !LogSinks.Is(new SecretFlow(site.Tracer, cancellationToken).Follow(site.Operation).First().Taker))
        {
            return false;
        }

        if (site.Argument == SecretRead.WholeString)
            return TryTakePasswordOut(secret, site, edits, cancellationToken);

        if (secret.Parent is InterpolationSyntax interpolation)
            edits.Replace(site.Tree, interpolation.Span, "***");
        else
            edits.Replace(site.Tree, secret.Span, "\"***\"");

        return true;
    }

    /// <summary>Npgsql's builder reads no text of Entity Framework's.</summary>
    private static bool TryTakePasswordOut(ExpressionSyntax text, TokenSite site, SourceEdits edits, CancellationToken cancellationToken)
    {
        if (site.Tracer.TraceConnectionString(site.Operation, cancellationToken).Any(traced => ParsedConnectionString.Parse(traced.Text).Provider is not null))
            return false;

        if (NpgsqlTypes.Find(site.Compilation, NpgsqlTypes.ConnectionStringBuilder) is not { } builder || site.Model.GetTypeInfo(text, cancellationToken).Type?.SpecialType != SpecialType.System_String)
            return false;

        var name = SourceNames.Of(builder, site.Model, text.SpanStart, edits);
        var expression = $"new {name}({text}) {{ Password = null }}.ConnectionString";
        edits.Replace(site.Tree, text.Span, text.Parent is InterpolationSyntax ? $"({expression})" : expression);
        return true;
    }
}
