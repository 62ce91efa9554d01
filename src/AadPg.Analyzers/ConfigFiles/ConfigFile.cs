using System.Collections.Immutable;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>What was read from a config file.</summary>
/// <param name="Format">How it is written.</param>
/// <param name="Values">The values that may concern PostgreSQL, in the order of the file.</param>
/// <param name="Services">The names of a compose file's own services: hosts that are containers of this very file.</param>
internal sealed record ConfigFile(ConfigFileFormat Format, ImmutableArray<ConfigValue> Values, ImmutableArray<string> Services)
{
    /// <summary>
    /// The longest file that is read, in characters. People write config files of a few hundred lines, and one of 5 MB is still read in the time
    /// that a compile takes for a few of its files; a longer one is data.
    /// </summary>
    public const int MaximumLength = 8 * 1024 * 1024;

    /// <summary>The format by the file's name.</summary>
    public static ConfigFileFormat FormatOf(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        if (HasExtension(".json"))
            return ConfigFileFormat.Json;

        if (HasExtension(".config") || HasExtension(".xml"))
            return ConfigFileFormat.Xml;

        if (HasExtension(".yml") || HasExtension(".yaml"))
            return ConfigFileFormat.Yaml;

        if (HasExtension(".env") || name.StartsWith(".env.", StringComparison.OrdinalIgnoreCase))
            return ConfigFileFormat.DotEnv;

        if (HasExtension(".dockerfile") || name.Equals("Dockerfile", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Dockerfile.", StringComparison.OrdinalIgnoreCase))
            return ConfigFileFormat.Dockerfile;

        return HasExtension(".pgpass") || name.Equals("pgpass.conf", StringComparison.OrdinalIgnoreCase) ? ConfigFileFormat.Pgpass : ConfigFileFormat.None;

        bool HasExtension(string extension) => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads a file. What is broken in it is skipped; nothing is thrown.</summary>
    /// <param name="format">How it is written.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="takesAll">Whether values that cannot concern PostgreSQL are taken too.</param>
    public static ConfigFile Read(ConfigFileFormat format, string text, bool takesAll = false)
    {
        var values = new ConfigValues(text, takesAll);
        switch (format)
        {
            case ConfigFileFormat.Json:
                new JsonReader(text, values).Read();
                break;
            case ConfigFileFormat.Xml:
                new XmlReader(text, values).Read();
                break;
            case ConfigFileFormat.Yaml:
                new YamlReader(text, values).Read();
                break;
            case ConfigFileFormat.DotEnv:
                new DotEnvReader(text, values).Read();
                break;
            case ConfigFileFormat.Dockerfile:
                new DockerfileReader(text, values).Read();
                break;
            case ConfigFileFormat.Pgpass:
                new PgpassReader(text, values).Read();
                break;
        }

        return new ConfigFile(format, values.ToImmutable(), values.Services.ToImmutableArray());
    }
}
