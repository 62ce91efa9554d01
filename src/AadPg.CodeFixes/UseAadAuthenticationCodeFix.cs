using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.CodeFixes.Conversions;
using AadPg.CodeFixes.Editing;
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
        new SinkFix("Use Azure AD authentication", nameof(UseAadAuthenticationCodeFix), FindEditsAsync),
        new SinkFix("Remove the static password", $"{nameof(UseAadAuthenticationCodeFix)}.Remove", (site, _) => FindRemoval(site, hasRuntime: true)) { IsAlternative = true },
        new SinkFix("Remove the static password (the package AadPg logs in with Azure AD in its place)", $"{nameof(UseAadAuthenticationCodeFix)}.RemoveWithoutRuntime", (site, _) => FindRemoval(site, hasRuntime: false)) { IsAlternative = true });

    private static Task<SourceEdits?> FindEditsAsync(SinkSite site, CancellationToken cancellationToken) =>
        RuntimeApi.Find(site.Compilation) is { } runtime && LocalHosts.Of(site) is { } hosts
            ? FindEditsAsync(site, new AadLogin(runtime, hosts), runtime, cancellationToken)
            : Task.FromResult<SourceEdits?>(null);

    private static async Task<SourceEdits?> FindEditsAsync(SinkSite site, Login login, RuntimeApi runtime, CancellationToken cancellationToken)
    {
        var edits = new SourceEdits(site.Document.Project.Solution);
        if (site.Tracer.FindPasswords(site.Operation).Any())
            return PasswordSource.TryReplace(site, login, runtime, edits) ? edits : null;

        var isPossible = IsWhollyKnown(site)
            && await new TextUses(site, login, edits, cancellationToken).TryConvertAllAsync().ConfigureAwait(false)
            && PasswordRemoval.TryRemove(site, requiresTls: true, edits);
        return isPossible ? edits : null;
    }

    /// <summary>
    /// Every text that can reach the sink is in Npgsql's form. Of several, each must say where it leads: one that is
    /// not known may have a password.
    /// </summary>
    private static bool IsWhollyKnown(SinkSite site) => site.Texts.All(text =>
        ForeignForm.Read(text.Text) is null && (site.Texts.Length == 1 || ParsedConnectionString.Parse(text.Text).Get(Keyword.Host).Presence == Presence.Present));

    private static Task<SourceEdits?> FindRemoval(SinkSite site, bool hasRuntime)
    {
        var edits = new SourceEdits(site.Document.Project.Solution);
        var isPossible = RuntimeApi.Find(site.Compilation) is not null == hasRuntime && PasswordRemoval.TryRemove(site, requiresTls: false, edits);
        return Task.FromResult(isPossible ? edits : null);
    }
}
