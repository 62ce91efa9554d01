using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>The rules on a config file: connection strings and URIs that are PostgreSQL's, and the variables that hold its password.</summary>
internal static class ConfigFileRules
{
    private const string Container = "localhost";

    public static IEnumerable<ConfigFinding> Check(ConfigFile file, RuleSettings settings, DriverReferences drivers)
    {
        // The containers that a compose file starts are reached over its own network.
        var withServices = file.Services.IsEmpty ? settings : settings with { LocalHosts = settings.LocalHosts.AddRange(file.Services) };
        var hosts = HostsByGroup(file);
        var providers = ProvidersByPlace(file);
        var parts = file.Values.GroupBy(value => (value.Group, ConnectionPart.PrefixOf(value))).SelectMany(group => CheckParts(group, file.Format, withServices, drivers));
        return file.Values.SelectMany(value => Check(value, file.Format, hosts, providers, withServices, drivers)).Concat(parts);
    }

    /// <summary>A section with a key for each part; its name, its port or its user says that it is PostgreSQL's.</summary>
    private static IEnumerable<ConfigFinding> CheckParts(IEnumerable<ConfigValue> group, ConfigFileFormat format, RuleSettings settings, DriverReferences drivers)
    {
        if (ConnectionPart.Read(group) is not var (password, parts))
            return [];

        var isPostgres = PostgresEvidence.Proves(parts, password.Path, password.Provider, drivers) || PostgresEvidence.IsLogin(parts, password.Path);
        return isPostgres && StaticPasswordRule.Check(InContainer(parts, format), settings) is { } finding
            ? [new ConfigFinding(finding.Descriptor, password, password.Text.Whole, password.Path.Name)]
            : [];
    }

    /// <summary>Without a host, YAML describes the container itself.</summary>
    private static ParsedConnectionString InContainer(ParsedConnectionString parts, ConfigFileFormat format) =>
        format == ConfigFileFormat.Yaml && parts.Get(Keyword.Host).Entry is null ? ParsedConnectionString.Parse($"{Keyword.Host}={Container};{parts.Text}") : parts;

    private static Dictionary<int, string> HostsByGroup(ConfigFile file)
    {
        var hosts = new Dictionary<int, string>();
        foreach (var value in file.Values.Where(value => value.Path.Name == PostgresVariable.Host))
            hosts[value.Group] = value.Text.Text;

        return hosts;
    }

    /// <summary>Which database the settings beside a value name: <c>"DatabaseProvider": "Postgres"</c>.</summary>
    private static Dictionary<(int Group, string Parent), string> ProvidersByPlace(ConfigFile file)
    {
        var providers = new Dictionary<(int, string), string>();
        foreach (var value in file.Values.Where(value => ProviderSetting.IsName(value.Path.Name)))
            providers[(value.Group, value.Path.Parent)] = value.Text.Text;

        return providers;
    }

    private static IEnumerable<ConfigFinding> Check(ConfigValue value, ConfigFileFormat format, Dictionary<int, string> hosts, Dictionary<(int, string), string> providers, RuleSettings settings, DriverReferences drivers)
    {
        if (PostgresVariable.IsPassword(value.Path.Name))
            return CheckVariable(value, format, hosts, settings);

        // Whoever reads a URI or libpq's text is not Npgsql, so that there is nothing wrong with its form.
        if (ForeignForm.Read(value.Text.Text) is { } foreign)
            return ConnectionStringRules.CheckForeign(foreign, settings).Select(finding => new ConfigFinding(finding.Descriptor, value, RangeOf(finding with { Range = finding.ValueRange ?? finding.Range }, value), finding.Argument));

        var connectionString = ParsedConnectionString.Parse(value.Text.Text);
        var path = providers.TryGetValue((value.Group, value.Path.Parent), out var provider) ? value.Path.Beside(provider) : value.Path.Beside(value.Text.FilledIn);
        return PostgresEvidence.Proves(connectionString, path, value.Provider, drivers)
            ? ConnectionStringRules.Check(connectionString, settings)
                .Where(finding => !MayBeSetInCode(finding) && !IsOfAnotherDriver(finding, connectionString) && !InvalidConnectionStringRule.IsOfAnotherLibrary(finding, connectionString))
                .Select(finding => new ConfigFinding(finding.Descriptor, value, RangeOf(finding, value), finding.Argument))
            : [];
    }

    /// <summary>A user name that a file lacks: one identity for each app, its code says which.</summary>
    private static bool MayBeSetInCode(Finding finding) => finding.Descriptor.Id == RuleIds.UserName && finding.Range is null;

    /// <summary>A key that Npgsql does not have, where nothing but port and login says that Npgsql is meant.</summary>
    private static bool IsOfAnotherDriver(Finding finding, ParsedConnectionString connectionString) =>
        finding.Descriptor.Id == RuleIds.InvalidConnectionString && PostgresEvidence.HasUnknownKeyword(connectionString) && !PostgresEvidence.NamesAzureHost(connectionString);

    private static TextRange RangeOf(Finding finding, ConfigValue value) =>
        finding.Range is { } range ? value.Text.SourceOf(range) : value.Text.Whole;

    private static IEnumerable<ConfigFinding> CheckVariable(ConfigValue value, ConfigFileFormat format, Dictionary<int, string> hosts, RuleSettings settings)
    {
        var name = format == ConfigFileFormat.Pgpass ? Keyword.Password.Name : value.Path.Name;
        return CheckPassword(value, value.Text.Text, HostOf(value, format, hosts), name, value.Text.Whole, settings);
    }

    /// <summary>Where a variable's password is sent: what stands beside it says so. YAML describes containers, whose host is another of them.</summary>
    private static string HostOf(ConfigValue value, ConfigFileFormat format, Dictionary<int, string> hosts)
    {
        if (value.Path.Name == PostgresVariable.ContainerPassword)
            return Container;

        var isSaid = hosts.TryGetValue(value.Group, out var host);
        if (format != ConfigFileFormat.Yaml)
            return host ?? "";

        return !isSaid || (host!.IndexOf('.') < 0 && !Hole.IsIn(host)) ? Container : host;
    }

    /// <summary>Asks the rule on passwords, in its own words: a connection string of a host and a password.</summary>
    private static IEnumerable<ConfigFinding> CheckPassword(ConfigValue value, string password, string host, string name, TextRange range, RuleSettings settings)
    {
        var text = $"{Keyword.Host}={ConnectionStringEditor.Quote(host)};{Keyword.Password}={ConnectionStringEditor.Quote(password)}";
        if (StaticPasswordRule.Check(ParsedConnectionString.Parse(text), settings) is { } finding)
            yield return new ConfigFinding(finding.Descriptor, value, range, name);
    }
}
