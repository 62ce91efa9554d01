using Npgsql;

namespace AadPg;

/// <summary>How a generated connection factory connects and logs in.</summary>
public sealed class AadConnectionFactoryOptions : AadNpgsqlDataSourceOptions
{
    internal AadConnectionFactoryOptions(NpgsqlConnectionStringBuilder connectionString)
        : base(connectionString)
    {
        if (connectionString.ShouldSerialize("SSL Mode") && connectionString.SslMode > MinimumSslMode)
            MinimumSslMode = connectionString.SslMode;
    }
}
