using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;

namespace AadPg.Analyzers.Tests.ConfigFiles;

/// <summary>Fixes a config file as the command-line tool does.</summary>
internal static class FileFixes
{
    private static readonly RuleSettings s_settings = RuleSettings.Read(_ => null);

    /// <summary>The file after fixing what the rules find, all of them or those named.</summary>
    public static string Apply(string path, string text, params string[] rules) => TextEdit.Apply(text, Find(path, text, SslMode.VerifyFull, rules).Edits);

    public static ConfigFileFix Find(string path, string text, SslMode sslMode, params string[] rules) =>
        new ConfigFileFixer(text, ConfigFile.FormatOf(path), s_settings, FileFindings.NpgsqlAlone).Fix(finding => rules.Length == 0 || rules.Contains(finding.Descriptor.Id), sslMode);

    /// <summary>What is said about each finding: <c>AADPG0001 what was done</c>, or <c>AADPG0001 left: why</c>.</summary>
    public static IEnumerable<string> Say(string path, string text, SslMode sslMode = SslMode.VerifyFull, params string[] rules) => Find(path, text, sslMode, rules).Fixes
        .Select(fixedFinding => $"{fixedFinding.Finding.Descriptor.Id} {(fixedFinding.Fix.IsPossible ? "" : "left: ")}{fixedFinding.Fix.Description}");
}
