using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.Rules;

namespace AadPg.Analyzers.Tests.ConfigFiles;

/// <summary>What the rules find in a config file, as <c>AADPG0001 the text that is underlined</c>.</summary>
internal static class FileFindings
{
    /// <summary>A project that references Npgsql and no other driver.</summary>
    public static readonly DriverReferences NpgsqlAlone = new(HasNpgsql: true, HasSqlServer: false, HasOther: false);

    /// <summary>A project that references no driver at all.</summary>
    public static readonly DriverReferences None = new(HasNpgsql: false, HasSqlServer: false, HasOther: false);

    private static readonly RuleSettings s_settings = RuleSettings.Read(_ => null);

    public static IReadOnlyList<string> In(string path, string text) => In(path, text, NpgsqlAlone);

    public static IReadOnlyList<string> In(string path, string text, DriverReferences drivers) =>
        [.. ConfigFileRules.Check(ConfigFile.Read(ConfigFile.FormatOf(path), text), s_settings, drivers)
            .Select(finding => $"{finding.Descriptor.Id} {finding.Range.In(text)}")];
}
