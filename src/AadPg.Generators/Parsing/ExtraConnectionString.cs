using System.Globalization;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.Generators.Usage;

namespace AadPg.Generators.Parsing;

/// <summary>
/// Reads the attribute's <c>ConnectionString</c>: settings that have no property of their own, or a whole string that was there before. The
/// entries join those of the properties. No message repeats a value: it may be a password.
/// </summary>
internal static class ExtraConnectionString
{
    public const string Property = "ConnectionString";

    public static void Read(AttributeArguments arguments, WrittenSettings written, UsageProblems problems)
    {
        if (arguments.Value(Property) is not string text)
            return;

        if (string.IsNullOrWhiteSpace(text))
            problems.Report(UsageDescriptors.UnusableValue, arguments.LocationOf(Property), Property);
        else if (InvalidConnectionStringRule.Check(ParsedConnectionString.Parse(text)) is { } invalid)
            problems.Report(UsageDescriptors.UnusableConnectionString, arguments.LocationOf(Property), invalid.Argument);
        else if (Hole.IsIn(text))
            problems.Report(UsageDescriptors.UnusableConnectionString, arguments.LocationOf(Property), "it holds a character that no text has");
        else
            ReadEntries(ParsedConnectionString.Parse(text), arguments, written, problems);
    }

    private static void ReadEntries(ParsedConnectionString connectionString, AttributeArguments arguments, WrittenSettings written, UsageProblems problems)
    {
        // As Npgsql does: of several entries for a keyword, the last one counts.
        var keywords = connectionString.Entries.Select(static entry => entry.Keyword).OfType<Keyword>().Distinct();
        foreach (var keyword in keywords)
        {
            if (connectionString.Get(keyword).KnownValue is not { } value)
                continue;

            if (FindProblem(keyword, value, written) is var (rule, argument))
                problems.Report(rule, arguments.LocationOf(Property), argument);
            else
                written.Add(keyword, Canonical(keyword, value), Property);
        }
    }

    private static (Microsoft.CodeAnalysis.DiagnosticDescriptor Rule, string Argument)? FindProblem(Keyword keyword, string value, WrittenSettings written)
    {
        if (keyword == Keyword.Password || keyword == Keyword.Passfile)
            return (UsageDescriptors.PasswordInFactory, keyword.Name);
        if (written.Property(keyword) is { } property && property != Property)
            return (UsageDescriptors.SettingConflict, $"ConnectionString has '{keyword.Name}', and so has the property {property}");
        if (keyword.Name == "Target Session Attributes")
            return (UsageDescriptors.SettingConflict, $"ConnectionString has '{keyword.Name}', which belongs into the property {SettingsReader.TargetSessionAttributes}");
        if (keyword == Keyword.SslMode && SslModes.Parse(value) < SslMode.Require)
            return (UsageDescriptors.UnusableConnectionString, $"'{keyword.Name}' does not require TLS; use VerifyFull, VerifyCA or Require");
        if (FindNumber(keyword) is { } setting && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && !setting.Takes(number))
            return (UsageDescriptors.UnusableConnectionString, $"'{keyword.Name}' must be {setting.Range}");
        return value.IndexOf('\0') >= 0 ? (UsageDescriptors.UnusableConnectionString, $"'{keyword.Name}' holds a null character") : null;
    }

    private static FactorySetting? FindNumber(Keyword keyword)
        => FactorySetting.All.FirstOrDefault(setting => setting.Kind is FactorySettingKind.Number && setting.Keyword == keyword);

    private static string Canonical(Keyword keyword, string value)
        => keyword == Keyword.SslMode && SslModes.Parse(value) is { } mode ? mode.ToString() : value;
}
