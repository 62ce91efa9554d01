using System.Globalization;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace AadPg;

/// <summary>
/// Binds options from a section of configuration, without reflection, and tells what it cannot read by the setting's full path; a value is
/// never quoted, it may be a password in the wrong place.
/// </summary>
internal static class ConfigurationReader
{
    private static readonly Dictionary<string, Action<AadNpgsqlDataSourceOptions, IConfigurationSection>> s_settings = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(AadNpgsqlDataSourceOptions.ConnectionString)] = static (options, setting) => options.AddConnectionString(Text(setting)),
        [nameof(AadAuthenticationOptions.TenantId)] = static (options, setting) => options.TenantId = Text(setting),
        [nameof(AadAuthenticationOptions.ManagedIdentityClientId)] = static (options, setting) => options.ManagedIdentityClientId = Text(setting),
        [nameof(AadAuthenticationOptions.Cloud)] = static (options, setting) => options.Cloud = Cloud(setting),
        [nameof(AadAuthenticationOptions.AllowedHosts)] = static (options, setting) => AddHosts(options.AllowedHosts, setting),
        [nameof(AadAuthenticationOptions.MinimumSslMode)] = static (options, setting) => options.MinimumSslMode = Value<SslMode>(setting),
        [nameof(AadAuthenticationOptions.UsernameFromToken)] = static (options, setting) => options.UsernameFromToken = Value<AadUsernameClaims>(setting),
        [nameof(AadAuthenticationOptions.AcquisitionTimeout)] = static (options, setting) => options.AcquisitionTimeout = Time(setting),
        [nameof(AadAuthenticationOptions.MinimumTokenLifetime)] = static (options, setting) => options.MinimumTokenLifetime = Time(setting),
    };

    /// <summary>Reads a section: a connection string by itself (as in <c>ConnectionStrings</c>), or one setting for each option.</summary>
    /// <exception cref="AadAuthenticationException">There is nothing, or something that cannot be read; the message names the setting.</exception>
    public static void Read(IConfiguration configuration, AadNpgsqlDataSourceOptions options)
    {
        if (configuration is IConfigurationSection section && !section.Exists())
            throw Invalid(section, "is not in the configuration. Add a connection string there, or a section with ConnectionString in it");
        if (configuration is IConfigurationSection { Value: { Length: > 0 } connectionString })
            options.AddConnectionString(connectionString);

        foreach (var setting in configuration.GetChildren())
        {
            if (s_settings.TryGetValue(setting.Key, out var read))
                read(options, setting);
            else if (configuration is IConfigurationSection)
                throw Invalid(setting, $"is no setting of a data source; those are {string.Join(", ", s_settings.Keys)}");
        }
    }

    private static string Text(IConfigurationSection setting) => setting.Value ?? throw Invalid(setting, "must be one text");

    private static TimeSpan Time(IConfigurationSection setting) =>
        TimeSpan.TryParse(setting.Value, CultureInfo.InvariantCulture, out var time) ? time : throw Invalid(setting, "must be a time such as 00:00:30");

    // A number is refused too: it says nothing to who reads it.
    private static T Value<T>(IConfigurationSection setting)
        where T : struct, Enum =>
        setting.Value is { } text && !text.AsSpan().ContainsAnyInRange('0', '9') && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            ? value
            : throw Invalid(setting, $"must be one of {string.Join(", ", Enum.GetNames<T>())}");

    private static AzurePostgresCloud Cloud(IConfigurationSection setting)
    {
        if (setting.Value is { } name)
        {
            return AzurePostgresCloud.Known.FirstOrDefault(cloud => cloud.Name.Replace(" ", "", StringComparison.Ordinal).Equals(
                name.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
                ?? throw Invalid(setting, "must be Public, China or USGovernment, or a section with Name, Scope and HostSuffix");
        }

        try
        {
            return new AzurePostgresCloud(setting[nameof(AzurePostgresCloud.Name)]!, setting[nameof(AzurePostgresCloud.Scope)]!, setting[nameof(AzurePostgresCloud.HostSuffix)]!);
        }
        catch (ArgumentException fault)
        {
            throw Invalid(setting, $"describes no cloud ({fault.ParamName}); it takes Name, Scope and HostSuffix");
        }
    }

    // A list, or, as in an environment variable, names separated by commas.
    private static void AddHosts(IList<string> hosts, IConfigurationSection setting)
    {
        var texts = setting.Value is { } text
            ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : setting.GetChildren().Select(Text);
        foreach (var host in texts)
            hosts.Add(host);
    }

    private static AadAuthenticationException Invalid(IConfigurationSection setting, string what) =>
        new(AadAuthenticationFailure.InvalidSettings, $"The setting {setting.Path} {what}.");
}
