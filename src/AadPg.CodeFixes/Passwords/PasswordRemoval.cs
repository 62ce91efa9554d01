using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.Analyzers.Tracing;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using AadPg.CodeFixes.Tls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Passwords;

/// <summary>Takes the password away from where it is written: out of a text, off a builder, or with the call that hands it over.</summary>
internal static class PasswordRemoval
{
    private static readonly Keyword[] s_passwords = [Keyword.Password, Keyword.Passfile];

    /// <summary>Removes the passwords of every text that has one; false where one cannot be removed.</summary>
    /// <param name="site">The sink.</param>
    /// <param name="tls">What the texts have to say of TLS afterwards; where they do not, they get VerifyFull.</param>
    /// <param name="edits">Where the edits go.</param>
    public static bool TryRemove(SinkSite site, TlsOfTokens tls, SourceEdits edits)
    {
        if (SinkTracer.FindPasswords(site.Operation).Any())
            return TryRemoveCall(site.Operation, edits);

        var texts = site.Texts.Where(HasPassword).ToList();
        return texts.Count > 0
            && texts.TrueForAll(IsPasswordAlone)
            && texts.TrueForAll(text => TryRemoveSettings(text, edits) && (tls == TlsOfTokens.AsItIs || BuilderSslMode.TryReplaceWeak(text, site, edits)))
            && (tls != TlsOfTokens.Required || !BuilderSslMode.IsBuilder(site) || texts.TrueForAll(text => SslModeCorrection.Current(ParsedConnectionString.Parse(text.Text)) >= SslMode.Require))
            && TextsOf(site).All(text => TracedTextEdits.TryApply(text, Removals(text.WrittenText, tls), site.Tracer.Models, edits));
    }

    /// <summary>The texts that stand in the source as such: at a builder, what its constructor is given, or its initializer begins with.</summary>
    private static IEnumerable<TracedText> TextsOf(SinkSite site)
    {
        if (BuilderSslMode.IsBuilder(site))
            return BuilderSetting.InitialTextOf(site.Operation) is { } text ? site.Tracer.TraceConnectionString(text, CancellationToken.None) : Array.Empty<TracedText>();

        return site.Texts.Where(text => text.Pieces.All(piece => !BuilderSslMode.IsSetting(piece.Source)));
    }

    /// <summary>A part behind the password that is not known may hold more than the rest of it.</summary>
    private static bool IsPasswordAlone(TracedText text) =>
        ParsedConnectionString.Parse(text.Text).Get(Keyword.Password).Entry is not { MayHoldAnyKeyword: true, HasHoleInValue: true };

    private static bool HasPassword(TracedText text) => Removals(text.WrittenText, TlsOfTokens.AsItIs).Length > 0;

    private static ImmutableArray<TextEdit> Removals(string text, TlsOfTokens tls)
    {
        if (PostgresUri.Read(text) is { } uri)
            return uri.Entries.Where(entry => entry.Keyword == Keyword.Password).Select(entry => new TextEdit(new TextRange(entry.ValueRange.Start - 1, entry.ValueRange.End), "")).ToImmutableArray();

        var connectionString = LibpqText.Read(text) ?? ParsedConnectionString.Parse(text);
        var edits = ConnectionStringEditor.Remove(connectionString, s_passwords);
        var mode = SslModeCorrection.Current(connectionString);
        return (tls == TlsOfTokens.NotWeak && mode < SslMode.Require) || (tls == TlsOfTokens.Required && mode is null or < SslMode.Require)
            ? edits.AddRange(ConnectionStringEditor.Set(connectionString, Keyword.SslMode, nameof(SslMode.VerifyFull))).Sort((one, other) => one.Range.Start.CompareTo(other.Range.Start))
            : edits;
    }

    /// <summary>The assignments and calls by which a builder got its password.</summary>
    private static bool TryRemoveSettings(TracedText text, SourceEdits edits)
    {
        var entries = ParsedConnectionString.Parse(text.Text).Entries.Where(entry => Array.IndexOf(s_passwords, entry.Keyword) >= 0).ToList();
        return text.Pieces
            .Where(piece => BuilderSslMode.IsSetting(piece.Source) && entries.Exists(entry => entry.Range.Overlaps(piece.Range)))
            .All(piece => Removal.TryRemove(piece.Source, edits));
    }

    /// <summary>A provider, or a variable of a container's builder, is one call of a chain.</summary>
    private static bool TryRemoveCall(IOperation operation, SourceEdits edits) =>
        operation is IInvocationOperation { TargetMethod: { ReturnsVoid: false, Name: not "SetEnvironmentVariable" } }
            ? Removal.TryRemoveFromChain(operation.Syntax, edits)
            : Removal.TryRemove(operation.Syntax, edits);
}
