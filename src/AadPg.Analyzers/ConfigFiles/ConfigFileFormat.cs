namespace AadPg.Analyzers.ConfigFiles;

/// <summary>How a config file is written.</summary>
internal enum ConfigFileFormat
{
    /// <summary>No config file that is read.</summary>
    None,
    Json,
    Xml,
    Yaml,

    /// <summary>Lines of <c>NAME=value</c>.</summary>
    DotEnv,

    /// <summary>Instructions, of which <c>ENV</c> and <c>ARG</c> have values.</summary>
    Dockerfile,

    /// <summary>libpq's lines of <c>host:port:database:user:password</c>.</summary>
    Pgpass,
}
