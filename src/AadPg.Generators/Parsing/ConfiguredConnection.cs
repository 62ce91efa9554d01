using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.Generators.Specs;
using AadPg.Generators.Usage;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>
/// Checks what the app's settings files say for the connection that an attribute names, as the runtime will when it is started with them. No
/// message repeats a value of the file but a host's name.
/// </summary>
internal static class ConfiguredConnection
{
    private static readonly RuleSettings s_everyHost = RuleSettings.Read(static _ => null);

    public static void Check(ConnectionSettingsSpec settings, ImmutableArray<SettingsFile> files, Location location, UsageProblems problems)
    {
        if (settings.ConnectionName is not { } name)
            return;

        var isFound = false;
        foreach (var file in files)
        {
            if (!file.ConnectionStrings.TryGetValue(name, out var text))
                continue;

            isFound = true;
            foreach (var (rule, argument) in Check(settings, text))
                problems.Report(rule, location, name, file.Name, argument);
        }

        // An app that keeps no connection string in its files has them elsewhere; one that keeps others there has misspelt this.
        var withOthers = files.Where(static file => file.ConnectionStrings.Count > 0).Select(static file => file.Name).ToList();
        if (!isFound && withOthers.Count > 0 && settings.Find(Keyword.Host.Name) is null)
            problems.ReportFixable(UsageDescriptors.ConnectionNotConfigured, location, NearName.Find(name, files.SelectMany(static file => file.ConnectionStrings.Keys)), name, string.Join(", ", withOthers));
    }

    private static IEnumerable<(DiagnosticDescriptor Rule, string Argument)> Check(ConnectionSettingsSpec settings, string text)
    {
        if (string.IsNullOrWhiteSpace(text) || Placeholder.Is(text))
            yield break;

        var connectionString = ParsedConnectionString.Parse(text);
        if (InvalidConnectionStringRule.Check(connectionString) is { } invalid)
        {
            yield return (UsageDescriptors.ConfiguredStringUnusable, invalid.Argument);
            yield break;
        }

        if (StaticPasswordRule.Check(connectionString, s_everyHost) is { } password)
            yield return (UsageDescriptors.ConfiguredPassword, password.Argument);
        else if (connectionString.Get(Keyword.Passfile) is { KnownValue.Length: > 0, Entry: { } passfile })
            yield return (UsageDescriptors.ConfiguredPassword, passfile.Key);
        if (FindWeakTls(settings, connectionString) is { } mode)
            yield return (UsageDescriptors.ConfiguredTlsTooWeak, mode);
        if (connectionString.Get(Keyword.Username).Presence is Presence.Absent && settings.Find(Keyword.Username.Name) is null)
            yield return (UsageDescriptors.ConfiguredUsernameMissing, Keyword.Username.Name);
        if (FindStrayHost(settings, connectionString) is { } host)
            yield return (UsageDescriptors.ConfiguredHostOfOtherCloud, host);
    }

    /// <summary>The attribute's mode, VerifyFull unless it says otherwise, is the least that configuration may say.</summary>
    private static string? FindWeakTls(ConnectionSettingsSpec settings, ParsedConnectionString connectionString)
    {
        var least = SslModes.Parse(settings.Find(Keyword.SslMode.Name) ?? "") ?? SslMode.VerifyFull;
        return connectionString.Get(Keyword.SslMode).KnownValue is { } value && SslModes.Parse(value) is { } mode && mode < least
            ? $"{Keyword.SslMode}={mode}"
            : null;
    }

    private static string? FindStrayHost(ConnectionSettingsSpec settings, ParsedConnectionString connectionString)
    {
        if (connectionString.Get(Keyword.Host).KnownValue is not { } hosts)
            return null;

        var said = settings.Cloud is CloudName.FromHost && settings.Find(Keyword.Host.Name) is { } own ? HostList.CloudOf(HostList.Split(own)) : settings.Cloud;
        return HostList.FindOfOtherCloud(HostList.Split(hosts), said);
    }
}
