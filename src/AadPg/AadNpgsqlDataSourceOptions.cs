using Microsoft.Extensions.Configuration;
using Npgsql;

namespace AadPg;

/// <summary>
/// What a data source connects to, how it logs in and how it is set up. Used by <c>AddAadNpgsqlDataSource</c>, as named options whose name
/// is the service key (of a key that is no string, <c>type:text</c>), and, through <see cref="AadConnectionFactoryOptions"/>, by generated factories.
/// </summary>
public class AadNpgsqlDataSourceOptions : AadAuthenticationOptions
{
    /// <summary>Creates options with an empty connection string.</summary>
    public AadNpgsqlDataSourceOptions()
        : this(new NpgsqlConnectionStringBuilder())
    {
    }

    private protected AadNpgsqlDataSourceOptions(NpgsqlConnectionStringBuilder connectionString) => ConnectionString = connectionString;

    /// <summary>
    /// What to connect to: host, port, database, user name, pool sizes. What was given at the registration or in the attribute stands here
    /// already, over it the configuration's. Change what only the running app knows; a Password is refused.
    /// </summary>
    public NpgsqlConnectionStringBuilder ConnectionString { get; }

    /// <summary>
    /// Sets the data source up further: type mappings, tracing, a logger factory of its own. Default null. What it changes in the
    /// connection string is checked when the data source is built, not when the app starts.
    /// </summary>
    public Action<NpgsqlDataSourceBuilder>? ConfigureDataSource { get; set; }

    /// <summary>As <see cref="ConfigureDataSource"/>, for slim data sources. Default null.</summary>
    public Action<NpgsqlSlimDataSourceBuilder>? ConfigureSlimDataSource { get; set; }

    /// <summary>
    /// Takes what Azure Service Connector has set in the app's environment: the connection string, and the identity that the connection was
    /// made with. A system-assigned managed identity is what the default credential finds; the client id of a user-assigned one becomes
    /// <see cref="AadAuthenticationOptions.ManagedIdentityClientId"/>; for a service principal, <see cref="AadAuthenticationOptions.Credential"/>
    /// becomes one with its tenant, client id and secret, the same instance for the same three.
    /// </summary>
    /// <param name="configuration">Where to read the variables; null for the environment.</param>
    /// <param name="prefix">What their names begin with. Default <c>AZURE_POSTGRESQL</c>, Service Connector's own.</param>
    /// <exception cref="AadAuthenticationException">A variable is missing, or the connection string holds a password, as it does when the
    /// connection was made with the authentication type secret.</exception>
    public void UseServiceConnector(IConfiguration? configuration = null, string prefix = "AZURE_POSTGRESQL")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        ServiceConnector.Apply(configuration, prefix, this);
    }

    /// <summary>Lays the entries of a connection string over those that are there.</summary>
    /// <exception cref="AadAuthenticationException">It cannot be read or holds a password.</exception>
    internal void AddConnectionString(string text)
    {
        var entries = ConnectionStringReader.Read(text);
        LoginRequirements.RefusePassword(entries);
        foreach (var keyword in entries.Keys)
            ConnectionString[keyword] = entries[keyword];
    }
}
