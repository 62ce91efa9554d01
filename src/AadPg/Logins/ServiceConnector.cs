using Microsoft.Extensions.Configuration;

namespace AadPg;

/// <summary>
/// What Azure Service Connector leaves in an app's environment for PostgreSQL: <c>…_CONNECTIONSTRING</c> always, <c>…_CLIENTID</c> for a
/// user-assigned managed identity, and with <c>…_TENANTID</c> and <c>…_CLIENTSECRET</c> for a service principal.
/// </summary>
internal static class ServiceConnector
{
    public static void Apply(IConfiguration? configuration, string prefix, AadNpgsqlDataSourceOptions options)
    {
        string? Read(string name) => configuration is null ? Environment.GetEnvironmentVariable(prefix + name) : configuration[prefix + name];

        options.AddConnectionString(Read("_CONNECTIONSTRING") is { Length: > 0 } connectionString ? connectionString : throw Missing(prefix, "_CONNECTIONSTRING"));
        var (tenantId, clientId, secret) = (Read("_TENANTID"), Read("_CLIENTID"), Read("_CLIENTSECRET"));
        if (string.IsNullOrEmpty(secret))
        {
            options.ManagedIdentityClientId = string.IsNullOrEmpty(clientId) ? options.ManagedIdentityClientId : clientId;
            return;
        }

        options.Credential = Credentials.ServicePrincipal(
            string.IsNullOrEmpty(tenantId) ? throw Missing(prefix, "_TENANTID") : tenantId,
            string.IsNullOrEmpty(clientId) ? throw Missing(prefix, "_CLIENTID") : clientId,
            secret);
    }

    private static AadAuthenticationException Missing(string prefix, string name) => new(
        AadAuthenticationFailure.InvalidSettings,
        $"{prefix}{name} is not set. Azure Service Connector sets it when the app is connected to the server with a managed identity or a service "
        + "principal; if it was given another prefix, pass that.");
}
