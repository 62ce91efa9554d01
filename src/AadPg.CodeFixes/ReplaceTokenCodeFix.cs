using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Tokens;
using AadPg.CodeFixes.Conversions;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Logins;
using AadPg.CodeFixes.Passwords;
using AadPg.CodeFixes.Sinks;
using AadPg.CodeFixes.Tls;
using AadPg.CodeFixes.Tokens;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes;

/// <summary>
/// AADPG0005: takes the token out of a connection string and opens the connection from the one data source for it, which asks the same credential
/// when it needs a token. Offered where the text is used in one place alone, or is a builder's, and the place sees the credential.
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
        if (site.Texts.Length > 1
            || site.Text.IsComposed
            || RuntimeApi.Find(site.Compilation) is not { } runtime
            || LocalHosts.Of(site) is not { } hosts
            || !RuntimeTerms.AreMet(ParsedConnectionString.Parse(site.Text.Text))
            || TokenInText.ReadOf(site, cancellationToken) is not { } read
            || CredentialOf(read, site, edits, cancellationToken) is not { } credential)
        {
            return null;
        }

        var login = new AadLogin(runtime, hosts, credential.Text);
        var isPossible = TokenVariable.TryRemove(read, edits)
            && (BuilderSslMode.IsBuilder(site) ? await TryConvertBuilderAsync(site, login, edits, cancellationToken).ConfigureAwait(false) : await TryConvertTextAsync(site, login, edits, cancellationToken).ConfigureAwait(false))
            && edits.IsPossible;
        return isPossible ? edits : null;
    }

    private static async Task<bool> TryConvertTextAsync(SinkSite site, AadLogin login, SourceEdits edits, CancellationToken cancellationToken) =>
        await IsUsedOnceAsync(site, cancellationToken).ConfigureAwait(false)
        && SinkConversion.TryConvert(site, login, edits)
        && TracedTextEdits.TryApply(site.Text, ConnectionStringEditor.Remove(ParsedConnectionString.Parse(site.Text.Text), Keyword.Password, Keyword.Passfile), site.Tracer.Models, edits);

    /// <summary>Each place that the builder's string is handed to sees what the builder's own place sees: a builder is a variable.</summary>
    private static async Task<bool> TryConvertBuilderAsync(SinkSite site, AadLogin login, SourceEdits edits, CancellationToken cancellationToken) =>
        await new TextUses(site, login, edits, cancellationToken).TryConvertAllAsync().ConfigureAwait(false)
        && PasswordRemoval.TryRemove(site, TlsOfTokens.AsItIs, edits);

    /// <summary>One that is made anew each time would make a data source each time; AadPg's own does not.</summary>
    private static CredentialExpression? CredentialOf(IPropertyReferenceOperation read, SinkSite site, SourceEdits edits, CancellationToken cancellationToken)
    {
        if (TokenRequest.Behind(read, site.Tracer, cancellationToken).ToList() is not [{ Invocation.Instance: { } asked } request]
            || !ProviderRequests.IsForPostgres(request, site.Tracer, cancellationToken))
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
}
