using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tokens;
using AadPg.Analyzers.Tracing;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Logins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Tokens;

/// <summary>
/// Puts a provider that holds tokens no longer than they live in the place of one that does nothing but get tokens: <c>UseAadAuthentication(credential)</c>,
/// or, without the runtime, <c>UsePasswordProvider</c> with both callbacks.
/// </summary>
internal static class ProviderConversion
{
    /// <summary>Replaces the call that <paramref name="site"/> is about, or stands in; false when it does more, or needs what is not in sight.</summary>
    public static bool TryConvert(TokenSite site, SourceEdits edits, CancellationToken cancellationToken)
    {
        if (CallAround(site, cancellationToken) is not { Invocation.Syntax: InvocationExpressionSyntax call } provider
            || NameOf(call) is not { } name
            || !TokenOnlyCode.Is(provider)
            || ProviderRequests.Of(provider, site, cancellationToken) is not { Count: > 0 } requests
            || !CanBeChecked(provider, site, cancellationToken)
            || CredentialOf(requests, call, site, edits, cancellationToken) is not { } credential
            || CallText(provider, credential, requests[0], call, site, edits, cancellationToken) is not { } text)
        {
            return false;
        }

        var span = Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(name.SpanStart, call.Span.End);
        edits.Replace(site.Tree, span, text);
        return MovedComments.TryMove(call, span, edits);
    }

    private static PasswordProviderCall? CallAround(TokenSite site, CancellationToken cancellationToken)
    {
        for (IOperation? operation = site.Operation; operation is not null; operation = operation.Parent)
        {
            if (PasswordProviderCall.From(operation, site.Tracer, cancellationToken) is { } provider)
                return provider;
        }

        return null;
    }

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    /// <summary>All requests must be of one credential.</summary>
    private static CredentialExpression? CredentialOf(
        IReadOnlyList<TokenRequest> requests, SyntaxNode call, TokenSite site, SourceEdits edits, CancellationToken cancellationToken)
    {
        var credentials = requests
            .Select(request => request.Invocation.Instance is { } credential ? CredentialExpression.At(call, credential, site.Model, site.Tracer, edits, cancellationToken) : null)
            .Distinct()
            .ToList();
        return credentials.Count == 1 ? credentials[0] : null;
    }

    private static string? CallText(
        PasswordProviderCall provider, CredentialExpression credential, TokenRequest request, InvocationExpressionSyntax call, TokenSite site, SourceEdits edits, CancellationToken cancellationToken)
    {
        var builder = provider.Invocation.TargetMethod.ContainingType;
        if (RuntimeApi.Find(site.Compilation)?.UseAadAuthentication(builder) is { } extension)
            return SourceNames.TryReach(extension, builder, site.Model, call.SpanStart, edits) ? $"{extension.Name}({credential.Text})" : null;

        return credential.IsCreation ? null : PlainProvider.CallText(credential.Text, request, call, site, edits, cancellationToken);
    }

    /// <summary>
    /// The runtime checks the connection string when it is called: hosts of Azure's, a user name, TLS, no password. What is known of the string
    /// must pass, and nothing may complete it afterwards.
    /// </summary>
    private static bool CanBeChecked(PasswordProviderCall provider, TokenSite site, CancellationToken cancellationToken)
    {
        var call = provider.Invocation;
        var isCompletedLater = LocalAssignments.Root(call).Descendants()
            .OfType<IPropertyReferenceOperation>()
            .Any(reference => reference is { Property.Name: "ConnectionStringBuilder", Instance.Type: { } type } && DataSourceBuilderUse.IsBuilder(type) && reference.Syntax.SpanStart > call.Syntax.Span.End);
        if (isCompletedLater)
            return false;

        var sink = DataSourceBuilderOrigin.Find(call, site.Tracer);
        return sink is null
            || SinkFinder.FindConnectionString(sink) is not { } text
            || site.Tracer.TraceConnectionString(text, cancellationToken).All(traced => IsTaken(ParsedConnectionString.Parse(traced.Text)));
    }

    private static bool IsTaken(ParsedConnectionString connectionString) =>
        RuntimeTerms.AreMet(connectionString)
        && connectionString.Get(Keyword.Password).Presence != Presence.Present
        && connectionString.Get(Keyword.Passfile).Presence != Presence.Present;
}
