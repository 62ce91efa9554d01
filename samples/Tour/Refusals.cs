using AadPg;
using AadPg.Testing;
using Npgsql;

namespace Tour;

/// <summary>What is refused, by whom, and in which words.</summary>
internal sealed class Refusals(AadPostgres server, AadPrincipal identity)
{
    private readonly string _connectionString = server.GetConnectionString(identity);
    private bool _areAllRefused = true;

    public async Task<bool> ShowAsync()
    {
        Output.Chapter("What is refused");
        await ExpectBuildAsync("a static password, by AadPg before anything is sent", SetStaticPassword);
        await ExpectBuildAsync("plain text, by AadPg before a token is requested", settings => settings.SslMode = SslMode.Disable);
        await ExpectBuildAsync("a host that is not Azure's, by AadPg before a token is requested", settings => settings.Host = "evil.example");

        var token = (await identity.GetTokenAsync()).Token;
        await ExpectOpenAsync("a static password, by the server", SetStaticPassword);
#pragma warning disable AADPG0005 // Plain Npgsql, so that it is the server that refuses
        await ExpectOpenAsync("a good token in plain text, by the server", settings => (settings.Password, settings.SslMode) = (token, SslMode.Disable));
        await identity.RotateTokenAsync();
        await ExpectOpenAsync("the old token, by the server", settings => settings.Password = token);
#pragma warning restore AADPG0005
        return _areAllRefused;
    }

    private static void SetStaticPassword(NpgsqlConnectionStringBuilder settings) =>
#pragma warning disable AADPG0001 // This is the mistake that the tour shows
        settings.Password = "Tr0ub4dor&3";
#pragma warning restore AADPG0001

    private Task ExpectBuildAsync(string attempt, Action<NpgsqlConnectionStringBuilder> change) =>
        ExpectAsync<AadAuthenticationException>(attempt, async () =>
        {
            await using var dataSource = new NpgsqlDataSourceBuilder(With(change)).UseAadAuthentication(identity.CreateCredential()).Build();
        });

    private Task ExpectOpenAsync(string attempt, Action<NpgsqlConnectionStringBuilder> change) =>
        ExpectAsync<PostgresException>(attempt, async () =>
        {
            await using var connection = new NpgsqlConnection(With(change));
            await connection.OpenAsync();
        });

    private string With(Action<NpgsqlConnectionStringBuilder> change)
    {
        var settings = new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false };
        change(settings);
        return settings.ConnectionString;
    }

    private async Task ExpectAsync<TException>(string attempt, Func<Task> action)
        where TException : Exception
    {
        try
        {
            await action();
            _areAllRefused = false;
            Output.Failure($"{attempt}: NOT refused");
        }
        catch (TException exception)
        {
            Output.Refused(attempt, exception.Message);
        }
    }
}
