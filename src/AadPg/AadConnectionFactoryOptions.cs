using Microsoft.Extensions.Logging;
using Npgsql;

namespace AadPg;

/// <summary>How a generated connection factory connects and logs in.</summary>
public sealed class AadConnectionFactoryOptions : AadAuthenticationOptions
{
    internal AadConnectionFactoryOptions(NpgsqlConnectionStringBuilder connectionString)
    {
        ConnectionString = connectionString;
        if (connectionString.ShouldSerialize("SSL Mode") && connectionString.SslMode > MinimumSslMode)
            MinimumSslMode = connectionString.SslMode;
    }

    /// <summary>
    /// What to connect to: the attribute's settings, over them those of the configuration's connection string. Change here what only
    /// the running app knows, such as host, port and pool sizes; a Password is refused.
    /// </summary>
    public NpgsqlConnectionStringBuilder ConnectionString { get; }

    /// <summary>Sets the data source up further: type mappings, tracing, logging. Default null.</summary>
    public Action<NpgsqlDataSourceBuilder>? ConfigureDataSource { get; set; }

    /// <summary>Where Npgsql logs to, from the app's services.</summary>
    internal ILoggerFactory? LoggerFactory { get; set; }
}
