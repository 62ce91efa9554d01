using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers.Tracing;
using AadPg.Analyzers;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.CodeFixes.Conversions;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Factories;
using AadPg.CodeFixes.Logins;
using AadPg.CodeFixes.Passwords;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes;

/// <summary>
/// AADPG0001 and AADPG0003: takes the password out of the connection string and logs in with Azure AD, wherever the string is used. Offered
/// only when every use can be converted, since the text without its password is of no use to the others.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseAadAuthenticationCodeFix))]
[Shared]
public sealed class UseAadAuthenticationCodeFix : SinkCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.StaticPassword, RuleIds.StaticPasswordForLocalServer);

    private protected override ImmutableArray<SinkFix> Fixes { get; } = ImmutableArray.Create(
        new SinkFix("Use Azure AD authentication", nameof(UseAadAuthenticationCodeFix), SharedPassword.OfEachSink(FindEditsAsync)),
        new SinkFix("Generate an Azure AD connection factory", $"{nameof(UseAadAuthenticationCodeFix)}.Factory", FactoryGeneration.FindEditsAsync) { IsAlternative = true },
        new SinkFix("Use a password provider with Azure.Identity (the package AadPg adds a token cache, retries and checks)", $"{nameof(UseAadAuthenticationCodeFix)}.Provider", SharedPassword.OfEachSink(FindProviderEditsAsync)) { IsAlternative = true },
        new SinkFix("Remove the static password", $"{nameof(UseAadAuthenticationCodeFix)}.Remove", SharedPassword.OfEachSink((site, _) => FindRemoval(site, hasRuntime: true))) { IsAlternative = true },
        new SinkFix("Remove the static password (the package AadPg logs in with Azure AD in its place)", $"{nameof(UseAadAuthenticationCodeFix)}.RemoveWithoutRuntime", SharedPassword.OfEachSink((site, _) => FindRemoval(site, hasRuntime: false))) { IsAlternative = true });

    private static Task<SourceEdits?> FindEditsAsync(SinkSite site, CancellationToken cancellationToken)
    {
        if (RuntimeApi.Find(site.Compilation) is not { } runtime || LocalHosts.Of(site) is not { } hosts)
            return Task.FromResult<SourceEdits?>(null);

        var login = new AadLogin(runtime, hosts);
        if (!SinkTracer.FindPasswords(site.Operation).Any())
            return FindEditsAsync(site, login, TlsOfTokens.NotWeak, cancellationToken);

        var edits = new SourceEdits(site.Document.Project.Solution);
        return Task.FromResult(PasswordSource.TryReplace(site, login, runtime, edits) ? edits : null);
    }

    private static async Task<SourceEdits?> FindProviderEditsAsync(SinkSite site, CancellationToken cancellationToken) =>
        !SinkTracer.FindPasswords(site.Operation).Any() && await ProviderLogin.FindAsync(site, cancellationToken).ConfigureAwait(false) is { } login
            ? await FindEditsAsync(site, login, TlsOfTokens.Required, cancellationToken).ConfigureAwait(false)
            : null;

    private static async Task<SourceEdits?> FindEditsAsync(SinkSite site, Login login, TlsOfTokens tls, CancellationToken cancellationToken)
    {
        var edits = new SourceEdits(site.Document.Project.Solution);
        var written = WrittenPassword.Of(site, cancellationToken);
        var isPossible = IsWhollyKnown(site)
            && IsWhollyKnown(written)
            && await new TextUses(written, login, edits, cancellationToken).TryConvertAllAsync().ConfigureAwait(false)
            && PasswordRemoval.TryRemove(written, tls, edits);
        return isPossible ? edits : null;
    }

    /// <summary>
    /// Every text that can reach the sink is in Npgsql's form, without an SSL Password, which opens the key of a client certificate and is not
    /// replaced by a token. Of several, each must say where it leads: one that is not known may have a password.
    /// </summary>
    private static bool IsWhollyKnown(SinkSite site) => site.Texts.All(text =>
        ForeignForm.Read(text.Text) is null
        && ParsedConnectionString.Parse(text.Text) is var connectionString
        && connectionString.Provider is null
        && connectionString.Get(Keyword.SslPassword).Entry is null
        && (site.Texts.Length == 1 || connectionString.Get(Keyword.Host).Presence == Presence.Present));

    private static Task<SourceEdits?> FindRemoval(SinkSite site, bool hasRuntime)
    {
        var edits = new SourceEdits(site.Document.Project.Solution);
        var isPossible = RuntimeApi.Find(site.Compilation) is not null == hasRuntime && PasswordRemoval.TryRemove(site, TlsOfTokens.AsItIs, edits);
        return Task.FromResult(isPossible ? edits : null);
    }
}
