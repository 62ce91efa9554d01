using Npgsql;

namespace AadPg;

/// <summary>
/// Makes a partial class a typed connection factory: a data source, <c>OpenConnection</c>, <c>OpenConnectionAsync</c> and disposal are
/// generated, and <c>Add…</c> for dependency injection. Settings come from the properties here and from the configuration's
/// connection string of the given name, which wins.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AadConnectionFactoryAttribute : Attribute
{
    /// <summary>A factory whose settings all stand here or are set in code.</summary>
    public AadConnectionFactoryAttribute()
    {
    }

    /// <summary>A factory whose settings are also taken from configuration.</summary>
    /// <param name="connectionName">The name under <c>ConnectionStrings</c>.</param>
    public AadConnectionFactoryAttribute(string connectionName) => ConnectionName = connectionName;

    /// <summary>The name under <c>ConnectionStrings</c> in configuration, or null.</summary>
    public string? ConnectionName { get; }

    /// <summary>The server, or several separated by commas: <c>orders.postgres.database.azure.com</c>.</summary>
    public string? Host { get; set; }

    /// <summary>The port. Default 0: not said, which is 5432.</summary>
    public int Port { get; set; }

    /// <summary>The database. Default null: not said, which is the one named like the user.</summary>
    public string? Database { get; set; }

    /// <summary>The PostgreSQL role: a user principal name, or the name of a group, managed identity or service principal.</summary>
    public string? Username { get; set; }

    /// <summary>
    /// How the server is checked: <see cref="SslMode.VerifyFull"/> (the default), <see cref="SslMode.VerifyCA"/> or
    /// <see cref="SslMode.Require"/>. Saying a weaker one here also lowers <see cref="AadAuthenticationOptions.MinimumSslMode"/> to it.
    /// </summary>
    public SslMode SslMode { get; set; } = SslMode.VerifyFull;

    /// <summary>The name that the server shows for the connections, in <c>pg_stat_activity</c> for one. Default null: none.</summary>
    public string? ApplicationName { get; set; }

    /// <summary>
    /// The client id of a user-assigned managed identity to log in with, when no credential is given in code. Default null: the process's
    /// default credential.
    /// </summary>
    public string? ManagedIdentityClientId { get; set; }
}
