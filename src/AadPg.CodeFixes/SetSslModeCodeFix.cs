using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.Analyzers.Tracing;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using AadPg.CodeFixes.Tls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes;

/// <summary>
/// AADPG0002 and AADPG0004: sets an SSL Mode that never falls back to plain text, where the weak one stands, in its spelling, or at the string's end.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetSslModeCodeFix))]
[Shared]
public sealed class SetSslModeCodeFix : SinkCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.TlsNotRequired, RuleIds.ServerNotVerified);

    private protected override ImmutableArray<SinkFix> Fixes { get; } = ImmutableArray.Create(
        Fix(SslMode.VerifyFull) with { OffSink = new CallbackRemoval(KeyOf(SslMode.VerifyFull)) },
        Fix(SslMode.Require));

    private static string KeyOf(SslMode mode) => $"{nameof(SetSslModeCodeFix)}.{mode}";

    private static SinkFix Fix(SslMode mode) =>
        SinkFix.OfEachText($"Set SSL Mode={mode}", KeyOf(mode), (site, cancellation) => FindEditsAsync(site, mode, cancellation));

    private static async Task<SourceEdits?> FindEditsAsync(SinkSite site, SslMode mode, CancellationToken cancellationToken)
    {
        var connectionString = ParsedConnectionString.Parse(site.Text.Text);
        var isUnknown = connectionString.Get(Keyword.SslMode).Presence == Presence.Unknown;
        if (isUnknown || ForeignForm.Read(site.Text.Text) is not null || mode < site.Settings.MinimumSslMode || mode == SslModeCorrection.Current(connectionString))
            return null;

        var edits = new SourceEdits(site.Document.Project.Solution);
        var isPossible = connectionString.Entries.LastOrDefault(entry => entry.Keyword == Keyword.SslMode) is { } entry
            ? TryReplace(site, connectionString, entry, mode, edits)
            : await TryAddAsync(site, mode, edits, cancellationToken).ConfigureAwait(false);
        return isPossible && edits.IsPossible ? edits : null;
    }

    /// <summary>On a builder, where Npgsql ignores it, the keyword that says not to verify stays.</summary>
    private static ImmutableArray<TextEdit> Set(TracedText text, SslMode mode)
    {
        var connectionString = ParsedConnectionString.Parse(text.WrittenText);
        var isTrustInText = text.Pieces
            .Where(piece => connectionString.Entries.Any(entry => entry.Keyword == Keyword.TrustServerCertificate && entry.Range.Overlaps(piece.Range)))
            .All(piece => !BuilderSslMode.IsSetting(piece.Source));
        return SslModeCorrection.Edits(connectionString, mode, keepsTrust: !isTrustInText);
    }

    private static bool TryReplace(SinkSite site, ParsedConnectionString connectionString, ConnectionStringEntry entry, SslMode mode, SourceEdits edits)
    {
        var piece = site.Text.Pieces.First(piece => piece.Range.Overlaps(entry.KeyRange));
        return BuilderSslMode.IsSetting(piece.Source)
            ? BuilderSslMode.TryReplace(piece.Source, mode, site, edits)
            : TracedTextEdits.TryApply(site.Text, Set(site.Text, mode), site.Tracer.Models, edits);
    }

    private static async Task<bool> TryAddAsync(SinkSite site, SslMode mode, SourceEdits edits, CancellationToken cancellationToken)
    {
        var text = BuilderSslMode.IsBuilder(site) ? TextOfBuilder(site, cancellationToken) : site.Text;
        if (text is null or { Text: "" })
            return BuilderSslMode.IsBuilder(site) && BuilderSslMode.TryAdd(site, mode, edits);

        return await IsNowherePartOfOtherTextAsync(text, site, cancellationToken).ConfigureAwait(false)
            && TracedTextEdits.TryApply(text, Set(text, mode), site.Tracer.Models, edits);
    }

    /// <summary>What the builder is made with, without what is set on it besides.</summary>
    private static TracedText? TextOfBuilder(SinkSite site, CancellationToken cancellationToken) => BuilderSetting.InitialTextOf(site.Operation) is { } connectionString
        ? site.Tracer.TraceConnectionString(connectionString, cancellationToken).First()
        : null;

    /// <summary>What is added at the end of a constant would stand in the middle of text that is made from the constant elsewhere.</summary>
    private static async Task<bool> IsNowherePartOfOtherTextAsync(TracedText text, SinkSite site, CancellationToken cancellationToken)
    {
        foreach (var holder in text.Holders)
        {
            var uses = await HolderUse.FindAllAsync(holder, site.Document.Project.Solution, cancellationToken).ConfigureAwait(false);
            if (!uses.All(use => use.IsWhole))
                return false;
        }

        return true;
    }
}
