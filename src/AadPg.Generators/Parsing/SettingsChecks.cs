using System.Text;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.Generators.Specs;
using AadPg.Generators.Usage;

namespace AadPg.Generators.Parsing;

/// <summary>Checks what the settings of an attribute mean together and on the server.</summary>
internal static class SettingsChecks
{
    private const int LongestRoleName = 63;

    private static readonly Keyword[] s_needed = [Keyword.Host, Keyword.Database, Keyword.Username];

    public static void Check(ConnectionSettingsSpec settings, WrittenSettings written, AttributeArguments arguments, UsageProblems problems)
    {
        CheckMissing(written, arguments, problems);
        CheckHost(settings, written, arguments, problems);
        CheckUsername(written, arguments, problems);
        CheckClientId(settings, arguments, problems);
        SettingsConflicts.Check(settings, written, arguments, problems);
    }

    /// <summary>With a connection name, configuration may give what the attribute does not.</summary>
    private static void CheckMissing(WrittenSettings written, AttributeArguments arguments, UsageProblems problems)
    {
        if (arguments.IsGiven(AttributeArguments.ConnectionName) || arguments.IsGiven(ExtraConnectionString.Property) && problems.HasErrors)
            return;

        var missing = s_needed.Where(keyword => !written.Has(keyword) && !arguments.IsGiven(keyword.Name)).Select(static keyword => keyword.Name).ToList();
        if (missing.Count > 0)
            problems.Report(UsageDescriptors.MissingSetting, arguments.NameLocation, string.Join(", ", missing));
    }

    private static void CheckHost(ConnectionSettingsSpec settings, WrittenSettings written, AttributeArguments arguments, UsageProblems problems)
    {
        if (written.Value(Keyword.Host) is not { } text)
            return;

        var hosts = HostList.Split(text);
        var location = arguments.LocationOf(written.Property(Keyword.Host)!);
        if (!hosts.All(HostList.IsHost))
            problems.Report(UsageDescriptors.InvalidHost, location);
        else if (HostList.FindOfOtherCloud(hosts, settings.Cloud) is { } stray)
            problems.Report(UsageDescriptors.HostOfOtherCloud, location, stray, settings.Cloud is CloudName.FromHost ? "the other hosts" : $"the cloud '{settings.Cloud}' of the attribute");
        else if (hosts.FirstOrDefault(static host => !AzureServer.IsHost(host)) is { } other)
            problems.Report(UsageDescriptors.HostOfNoCloud, location, other);
    }

    private static void CheckUsername(WrittenSettings written, AttributeArguments arguments, UsageProblems problems)
    {
        if (written.Value(Keyword.Username) is not { } username)
            return;

        var location = arguments.LocationOf(written.Property(Keyword.Username)!);
        var bytes = Encoding.UTF8.GetByteCount(username);
        if (bytes > LongestRoleName)
            problems.Report(UsageDescriptors.UsernameTooLong, location, bytes, LongestRoleName);
        if (written.Value(Keyword.Host) is { } hosts && HostList.NamesServer(username, hosts))
            problems.Report(UsageDescriptors.UsernameWithServer, location);
    }

    /// <summary>Only the form with hyphens and nothing around it: the identity endpoint compares text.</summary>
    private static void CheckClientId(ConnectionSettingsSpec settings, AttributeArguments arguments, UsageProblems problems)
    {
        if (settings.ManagedIdentityClientId is { } clientId && !Guid.TryParseExact(clientId, "D", out _))
            problems.Report(UsageDescriptors.InvalidClientId, arguments.LocationOf(nameof(ConnectionSettingsSpec.ManagedIdentityClientId)));
    }
}
