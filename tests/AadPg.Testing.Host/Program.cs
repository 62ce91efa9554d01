// The other process of the tests: one that starts a server and then ends in some way, or an application that logs in with
// DefaultAzureCredential and nothing but its environment.
using AadPg.Testing;
using Azure.Core;
using Azure.Identity;
using Npgsql;

switch (args)
{
    case ["serve", var end]:
        Console.WriteLine("starting");
        var postgres = await AadPostgres.StartAsync();
        Console.WriteLine(postgres.RootCertificate);
        if (end == "return")
            return 0;
        if (end == "exit")
            Environment.Exit(0);
        if (end == "throw")
            throw new InvalidOperationException("The host ends by an unhandled exception, as the test asked.");
        await Task.Delay(Timeout.Infinite);
        return 0;

    case ["login", var connectionString]:
        var request = new TokenRequestContext(["https://ossrdbms-aad.database.windows.net/.default"]);
        var token = await new DefaultAzureCredential().GetTokenAsync(request);
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Password = token.Token };
        await using (var dataSource = NpgsqlDataSource.Create(settings))
        await using (var command = dataSource.CreateCommand("SELECT current_user"))
            Console.WriteLine(await command.ExecuteScalarAsync());
        return 0;

    default:
        Console.Error.WriteLine("usage: serve return|exit|throw|wait, login <connection string>");
        return 2;
}
