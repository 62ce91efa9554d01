using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>The fix for each rule on config files, as edits of the value that is at fault.</summary>
internal static class ConfigFixes
{
    private static readonly Dictionary<DiagnosticDescriptor, Func<ConfigFinding, SslMode, ConfigFix>> s_byRule = new()
    {
        [Descriptors.StaticPassword] = (finding, _) => RemovePassword(finding),
        [Descriptors.StaticPasswordForLocalServer] = (finding, _) => RemovePassword(finding),
        [Descriptors.TlsNotRequired] = (finding, mode) => SetSslMode(Parse(finding), mode),
        [Descriptors.ServerNotVerified] = (finding, mode) => SetSslMode(Parse(finding), mode),
        [Descriptors.UserName] = (finding, _) => Correct(UserNameCorrection.Edits(Parse(finding)), "user name corrected", "which user is meant is not known"),
        [Descriptors.InvalidConnectionString] = (finding, _) => Correct(KeywordCorrection.Edits(Parse(finding)), "written as Npgsql does", "no correction is certain"),
    };

    /// <summary>The rules on config files.</summary>
    public static IEnumerable<DiagnosticDescriptor> Rules => s_byRule.Keys;

    /// <summary>The fix for a finding; <paramref name="sslMode"/> is what a fix for TLS sets.</summary>
    public static ConfigFix For(ConfigFinding finding, SslMode sslMode)
    {
        var fix = s_byRule.TryGetValue(finding.Descriptor, out var find) ? find(finding, sslMode) : ConfigFix.None("this rule has no fix in files");
        var text = finding.Value.Text.Text;
        fix = fix with { Edits = fix.Edits.Select(edit => edit.Minimal(text)).ToImmutableArray() };

        // The character that stands for a hole must not come into a file.
        return fix.Edits.Any(edit => Hole.IsIn(edit.NewText)) ? ConfigFix.None("a part of the value is filled in from elsewhere") : fix;
    }

    private static ParsedConnectionString Parse(ConfigFinding finding) => ParsedConnectionString.Parse(finding.Value.Text.Text);

    private static ConfigFix RemovePassword(ConfigFinding finding)
    {
        if (Keyword.Find(finding.Argument) == Keyword.SslPassword)
            return ConfigFix.None("the key of the client certificate does not open without it");

        var value = finding.Value;
        if (finding.Range == value.Text.Whole)
            return Empty(value, finding.Argument);

        if (PostgresUri.Read(value.Text.Text) is { } uri)
        {
            // The colon before it goes along.
            var password = uri.Get(Keyword.Password).Entry!.ValueRange;
            return new ConfigFix(ImmutableArray.Create(new TextEdit(new TextRange(password.Start - 1, password.End), "")), "password removed from the URI");
        }

        var connectionString = ForeignForm.Read(value.Text.Text) ?? Parse(finding);
        return new ConfigFix(ConnectionStringEditor.Remove(connectionString, Keyword.Password, Keyword.Passfile), $"'{finding.Argument}' removed");
    }

    /// <summary>A value that is a password and nothing else. The setting itself stays: others may have to find it.</summary>
    private static ConfigFix Empty(ConfigValue value, string name) => value.Path.Name == PostgresVariable.ContainerPassword
        ? ConfigFix.None($"the image postgres does not start without a password; hand it over as a secret, by {PostgresVariable.ContainerPassword}_FILE")
        : new ConfigFix(ImmutableArray.Create(new TextEdit(new TextRange(0, value.Text.Text.Length), "")), $"'{name}' emptied");

    private static ConfigFix SetSslMode(ParsedConnectionString connectionString, SslMode mode)
    {
        if (SslModeCorrection.Current(connectionString) >= mode)
            return ConfigFix.None($"'{Keyword.SslMode}={mode}' encrypts already, and VerifyFull was not asked for");

        var edits = SslModeCorrection.Edits(connectionString, mode);
        return ForeignForm.Read(connectionString.Text) is null
            ? Correct(edits, $"'{Keyword.SslMode}={mode}' set", "the Npgsql that reads the other keywords has other words for TLS")
            : Correct(edits, $"'sslmode={SslModeCorrection.Required}' set", $"who reads the URI may not know 'sslmode={SslModeCorrection.Required}'; add it where it is known, or require TLS in the code that reads it");
    }

    private static ConfigFix Correct(ImmutableArray<TextEdit> edits, string done, string reason) =>
        edits.IsEmpty ? ConfigFix.None(reason) : new ConfigFix(edits, done);
}
