using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.CodeFixes.Conversions;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes;

/// <summary>
/// AADPG0001 and AADPG0003: takes the password out of the connection string and logs in with Azure AD, wherever the string is used. Offered
/// only when every use can be converted, since the text without its password is of no use to the others.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseAadAuthenticationCodeFix))]
[Shared]
public sealed class UseAadAuthenticationCodeFix : SinkCodeFix
{
    private const string Title = "Use Azure AD authentication";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.StaticPassword, RuleIds.StaticPasswordForLocalServer);

    private protected override ImmutableArray<SinkFix> Fixes { get; } = ImmutableArray.Create(
        new SinkFix(Title, nameof(UseAadAuthenticationCodeFix), FindEditsAsync));

    private static async Task<SourceEdits?> FindEditsAsync(SinkSite site, CancellationToken cancellationToken)
    {
        // In a URI, or in libpq's form, the password is not where Npgsql's editor would find it.
        if (ForeignForm.Read(site.Text.Text) is not null || !IsPasswordAlone(ParsedConnectionString.Parse(site.Text.Text)))
            return null;

        var edits = new SourceEdits(site.Document.Project.Solution);
        var isPossible = await TryConvertAllAsync(site, edits, cancellationToken).ConfigureAwait(false)
            && TracedTextEdits.TryApply(site.Text, WithoutPassword(site.Text.Text), site.Tracer.Models, edits)
            && edits.IsPossible;
        return isPossible ? edits : null;
    }

    /// <summary>
    /// A part behind the password that is not known may hold more than the rest of it; and an SSL Password opens the key of a client certificate,
    /// which a token does not replace.
    /// </summary>
    private static bool IsPasswordAlone(ParsedConnectionString connectionString) =>
        connectionString.Get(Keyword.Password).Entry is not { MayHoldAnyKeyword: true, HasHoleInValue: true } && connectionString.Get(Keyword.SslPassword).Entry is null;

    /// <summary>The runtime refuses Password and Passfile, and an SSL Mode that allows plain text.</summary>
    private static ImmutableArray<TextEdit> WithoutPassword(string text)
    {
        var connectionString = ParsedConnectionString.Parse(text);
        var edits = ConnectionStringEditor.Remove(connectionString, Keyword.Password, Keyword.Passfile);
        var isPlainTextAllowed = connectionString.Get(Keyword.SslMode).KnownValue is { } mode && SslModes.Parse(mode) < SslMode.Require;
        return isPlainTextAllowed
            ? edits.AddRange(ConnectionStringEditor.Set(connectionString, Keyword.SslMode, nameof(SslMode.VerifyFull))).Sort((one, other) => one.Range.Start.CompareTo(other.Range.Start))
            : edits;
    }

    /// <summary>Converts the sink and, where constants or variables hold the text, all that they are handed to.</summary>
    private static async Task<bool> TryConvertAllAsync(SinkSite site, SourceEdits edits, CancellationToken cancellationToken)
    {
        if (!SinkConversion.TryConvert(site, edits))
            return false;

        var holders = new Queue<ISymbol>(site.Text.Holders);
        var seen = new HashSet<ISymbol>(holders, SymbolEqualityComparer.Default);
        while (holders.Count > 0)
        {
            foreach (var use in await HolderUse.FindAllAsync(holders.Dequeue(), site.Document.Project.Solution, cancellationToken).ConfigureAwait(false))
            {
                if (use.Declaration is { } declaration)
                {
                    var model = await use.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
                    if (model?.GetDeclaredSymbol(declaration, cancellationToken) is { } holder && seen.Add(holder))
                        holders.Enqueue(holder);
                }
                else if (!await TryConvertAsync(use, edits, cancellationToken).ConfigureAwait(false))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static async Task<bool> TryConvertAsync(HolderUse use, SourceEdits edits, CancellationToken cancellationToken)
    {
        if (use.Expression.Parent is not ArgumentSyntax { Parent.Parent: { } call })
            return false;

        var location = new SinkLocation(use.Document.Id, call.Span);
        return await SinkSite.FindAsync(location, use.Document.Project.Solution, cancellationToken).ConfigureAwait(false) is { } site
            && site.Tracer.FindConnectionString(site.Operation) is { } connectionString
            && use.Expression.Span.Contains(connectionString.Syntax.Span)
            && SinkConversion.TryConvert(site, edits);
    }
}
