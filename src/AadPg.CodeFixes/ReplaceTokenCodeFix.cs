using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Tokens;
using AadPg.CodeFixes.Conversions;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using AadPg.CodeFixes.Tokens;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes;

/// <summary>
/// AADPG0005: takes the token out of a connection string and opens the connection from the one data source for it, which asks the same credential
/// when it needs a token. Offered where the text is used in one place alone, and the place sees the credential.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceTokenCodeFix))]
[Shared]
public sealed class ReplaceTokenCodeFix : SinkCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.TokenInConnectionString);

    private protected override ImmutableArray<SinkFix> Fixes { get; } = ImmutableArray.Create(
        new SinkFix("Log in with the credential in place of its token", nameof(ReplaceTokenCodeFix), FindEditsAsync));

    private static async Task<SourceEdits?> FindEditsAsync(SinkSite site, CancellationToken cancellationToken)
    {
        var edits = new SourceEdits(site.Document.Project.Solution);
        var parsed = ParsedConnectionString.Parse(site.Text.Text);
        if (site.Text.IsComposed
            || !RuntimeTerms.AreMet(parsed)
            || TokenTypes.Find(site.Compilation) is not { } types
            || TokenInText.ReadOf(site, types, cancellationToken) is not { } read
            || CredentialOf(read, site, types, edits, cancellationToken) is not { } credential
            || !await IsUsedOnceAsync(site, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var isPossible = TokenVariable.TryRemove(read, edits)
            && SinkConversion.TryConvert(site, edits)
            && TryHandOver(credential, site, edits)
            && TracedTextEdits.TryApply(site.Text, ConnectionStringEditor.Remove(parsed, Keyword.Password, Keyword.Passfile), site.Tracer.Models, edits)
            && edits.IsPossible;
        return isPossible ? edits : null;
    }

    /// <summary>One that is made anew each time would make a data source each time; AadPg's own does not.</summary>
    private static CredentialExpression? CredentialOf(IPropertyReferenceOperation read, SinkSite site, TokenTypes types, SourceEdits edits, CancellationToken cancellationToken)
    {
        if (TokenRequest.Behind(read, types, site.Tracer, cancellationToken).ToList() is not [{ Invocation.Instance: { } asked } request]
            || !ProviderRequests.IsForPostgres(request, types, site.Tracer, cancellationToken))
        {
            return null;
        }

        var origin = site.Tracer.FindOrigins(asked, cancellationToken)[0];
        var source = origin is IObjectCreationOperation && RunsForEachConnection.Is(origin) ? origin : asked;
        var credential = CredentialExpression.At(site.Operation.Syntax, source, site.Model, site.Tracer, edits, cancellationToken);
        return credential is { IsCreation: true, Text.Length: > 0 } ? null : credential;
    }

    private static async Task<bool> IsUsedOnceAsync(SinkSite site, CancellationToken cancellationToken)
    {
        foreach (var holder in site.Text.Holders)
        {
            var uses = await HolderUse.FindAllAsync(holder, site.Document.Project.Solution, cancellationToken).ConfigureAwait(false);
            if (uses.Length > 1)
                return false;
        }

        return true;
    }

    /// <summary>Connections take the credential beside the text; the other sinks only AadPg's own.</summary>
    private static bool TryHandOver(CredentialExpression credential, SinkSite site, SourceEdits edits)
    {
        if (credential.Text.Length == 0)
            return true;

        if (site.Operation is not IObjectCreationOperation { Type.Name: "NpgsqlConnection", Arguments: [var text] })
            return false;

        edits.Insert(site.Tree, text.Syntax.Span.End, $", {credential.Text}");
        return true;
    }
}
