using AadPg.Analyzers.Tokens;
using AadPg.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes.Tokens;

/// <summary>Npgsql's own way, for projects without the runtime: both callbacks ask the credential, which has a cache, for each login.</summary>
internal static class PlainProvider
{
    /// <summary>The call without its receiver; null when what the token is asked for with is not in sight.</summary>
    public static string? CallText(
        string credential, TokenRequest request, InvocationExpressionSyntax call, TokenSite site, SourceEdits edits, CancellationToken cancellationToken)
    {
        var context = request.Invocation.Arguments.First(argument => TokenTypes.IsRequestContext(argument.Parameter?.Type)).Value;
        if (!CredentialExpression.IsVisible(context, call, site.Model))
            context = site.Tracer.FindOrigins(context, cancellationToken)[0];

        if (!CredentialExpression.IsVisible(context, call, site.Model))
            return null;

        var asked = CredentialExpression.TextOf(context, call, site.Model, edits);
        var cancellation = FreeName("cancellationToken", call, site.Model);
        return $"UsePasswordProvider(_ => {credential}.GetToken({asked}, default).Token, "
            + $"async (_, {cancellation}) => (await {credential}.GetTokenAsync({asked}, {cancellation}).ConfigureAwait(false)).Token)";
    }

    private static string FreeName(string name, SyntaxNode place, SemanticModel model) =>
        NumberedNames.Of(name).First(candidate => model.LookupSymbols(place.SpanStart, name: candidate).IsEmpty);
}
