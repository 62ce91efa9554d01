// An app compiled ahead of time that logs in with Azure AD tokens, through a generated factory and through Npgsql's slim builder:
//   dotnet publish samples/AotLogin
//   AotLogin "Host=shop.postgres.database.azure.com;Database=shop;Username=orders-api" [a host that is not Azure's]
using AadPg;
using AotLogin;
using Npgsql;

if (args is not [var connectionString, .. var allowedHosts])
{
    Console.Error.WriteLine("usage: AotLogin <connection string> [<a host that is not Azure's>]");
    return 2;
}

await using (var db = new OrdersDb(Configure))
await using (var connection = await db.OpenConnectionAsync())
    await PrintAsync("factory", connection);

await using (var slim = new NpgsqlSlimDataSourceBuilder(connectionString).UseAadAuthentication(configure: Allow).Build())
await using (var connection = await slim.OpenConnectionAsync())
    await PrintAsync("slim builder", connection);

return 0;

void Configure(AadConnectionFactoryOptions options)
{
    options.ConnectionString.ConnectionString = connectionString;
    Allow(options);
}

void Allow(AadAuthenticationOptions options)
{
    foreach (var host in allowedHosts)
        options.AllowedHosts.Add(host);
}

static async Task PrintAsync(string way, NpgsqlConnection connection)
{
    const string Question = "SELECT current_user || ' over ' || version FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    await using var command = new NpgsqlCommand(Question, connection);
    Console.WriteLine($"{way}: {await command.ExecuteScalarAsync()}");
}
