using System.Text;
using AadPg.Analyzers.Rules;
using AadPg.Generators.Specs;
using AadPg.Generators.Usage;

namespace AadPg.Generators.Parsing;

/// <summary>Reads the attribute's values and reports those that cannot work.</summary>
internal static class SettingsReader
{
    private const int LongestRoleName = 63;

    public static ConnectionSettingsSpec Read(AttributeArguments arguments, UsageProblems problems)
    {
        var settings = new ConnectionSettingsSpec
        {
            ConnectionName = ReadText(arguments, AttributeArguments.ConnectionName, problems),
            Host = ReadText(arguments, nameof(ConnectionSettingsSpec.Host), problems),
            Port = ReadPort(arguments, problems),
            Database = ReadText(arguments, nameof(ConnectionSettingsSpec.Database), problems),
            Username = ReadText(arguments, nameof(ConnectionSettingsSpec.Username), problems),
            SslMode = ReadSslMode(arguments, problems),
            ApplicationName = ReadText(arguments, nameof(ConnectionSettingsSpec.ApplicationName), problems),
            ManagedIdentityClientId = ReadText(arguments, nameof(ConnectionSettingsSpec.ManagedIdentityClientId), problems),
        };

        CheckMissing(arguments, problems);
        CheckHost(settings, arguments, problems);
        CheckUsername(settings, arguments, problems);
        CheckClientId(settings, arguments, problems);
        return settings;
    }

    private static string? ReadText(AttributeArguments arguments, string setting, UsageProblems problems)
    {
        var text = arguments.Value(setting) as string;
        if (text is null || !string.IsNullOrWhiteSpace(text) && !text.Contains('\0'))
            return text;

        problems.Report(UsageDescriptors.UnusableValue, arguments.LocationOf(setting), setting);
        return null;
    }

    private static int? ReadPort(AttributeArguments arguments, UsageProblems problems)
    {
        if (arguments.Value(nameof(ConnectionSettingsSpec.Port)) is not int port || port == 0)
            return null;

        if (port is < 0 or > 65535)
            problems.Report(UsageDescriptors.PortOutOfRange, arguments.LocationOf(nameof(ConnectionSettingsSpec.Port)));
        return port;
    }

    private static RequiredSslMode ReadSslMode(AttributeArguments arguments, UsageProblems problems)
    {
        if (arguments.Value(nameof(ConnectionSettingsSpec.SslMode)) is not int mode)
            return RequiredSslMode.VerifyFull;

        if (!Enum.IsDefined(typeof(RequiredSslMode), mode))
            problems.Report(UsageDescriptors.TlsNotRequired, arguments.LocationOf(nameof(ConnectionSettingsSpec.SslMode)));
        return (RequiredSslMode)mode;
    }

    /// <summary>With a connection name, configuration may give what the attribute does not.</summary>
    private static void CheckMissing(AttributeArguments arguments, UsageProblems problems)
    {
        if (arguments.IsGiven(AttributeArguments.ConnectionName))
            return;

        string[] needed = [nameof(ConnectionSettingsSpec.Host), nameof(ConnectionSettingsSpec.Database), nameof(ConnectionSettingsSpec.Username)];
        var missing = needed.Where(setting => !arguments.IsGiven(setting)).ToList();
        if (missing.Count > 0)
            problems.Report(UsageDescriptors.MissingSetting, arguments.NameLocation, string.Join(", ", missing));
    }

    private static void CheckHost(ConnectionSettingsSpec settings, AttributeArguments arguments, UsageProblems problems)
    {
        if (settings.Host is null)
            return;

        var hosts = HostList.Split(settings.Host);
        var location = arguments.LocationOf(nameof(ConnectionSettingsSpec.Host));
        if (!hosts.All(HostList.IsHost))
            problems.Report(UsageDescriptors.InvalidHost, location);
        else if (hosts.FirstOrDefault(static host => !AzureServer.IsHost(host)) is { } other)
            problems.Report(UsageDescriptors.HostOfNoCloud, location, other);
    }

    private static void CheckUsername(ConnectionSettingsSpec settings, AttributeArguments arguments, UsageProblems problems)
    {
        if (settings.Username is null)
            return;

        var location = arguments.LocationOf(nameof(ConnectionSettingsSpec.Username));
        var bytes = Encoding.UTF8.GetByteCount(settings.Username);
        if (bytes > LongestRoleName)
            problems.Report(UsageDescriptors.UsernameTooLong, location, bytes, LongestRoleName);
        if (settings.Host is not null && HostList.NamesServer(settings.Username, settings.Host))
            problems.Report(UsageDescriptors.UsernameWithServer, location);
    }

    /// <summary>Only the form with hyphens and nothing around it: the identity endpoint compares text.</summary>
    private static void CheckClientId(ConnectionSettingsSpec settings, AttributeArguments arguments, UsageProblems problems)
    {
        if (settings.ManagedIdentityClientId is { } clientId && !Guid.TryParseExact(clientId, "D", out _))
            problems.Report(UsageDescriptors.InvalidClientId, arguments.LocationOf(nameof(ConnectionSettingsSpec.ManagedIdentityClientId)));
    }
}
