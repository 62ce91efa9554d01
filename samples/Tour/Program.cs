using System.Diagnostics;
using AadPg.Testing;
using Tour;

// One way through AadPg: from the warnings of an old app to logins with tokens that expire, rotate and are refused.
var watch = Stopwatch.StartNew();
Output.Title("AadPg: from static PostgreSQL passwords to Azure AD tokens");

Output.Chapter("What the build says of an old app (samples/LegacyShop)");
foreach (var (place, message) in await LegacyBuild.GetWarningsAsync())
    Output.Warning(place, message);

bool isAsPromised;
await using (var server = await AadPostgres.StartAsync(new AadPostgresOptions { Database = "shop", TokenLifetime = TimeSpan.FromSeconds(5) }))
{
    var identity = await server.CreateManagedIdentityAsync("orders-api");
    Output.Chapter("A local PostgreSQL that logs in as Azure's does: TLS and a token, nothing else");
    Output.Fact("address", $"{server.Host}:{server.Port}");
    Output.Fact("token endpoint", $"{server.Tokens.Uri} (for the real ManagedIdentityCredential)");
    Output.Fact("identity", $"{identity.Name}, a managed identity");

    await using var shop = ShopDb.For(server, identity);
    await Login.ShowAsync(shop);
    isAsPromised = await TokenLife.ShowAsync(shop, server, identity) & await new Refusals(server, identity).ShowAsync();
}

Output.Say();
Output.Title(isAsPromised
    ? $"Done in {watch.Elapsed.TotalSeconds:N0} s; the server is stopped and its files are gone. Next: README.md, samples/OrdersApi."
    : "Something above is not as promised.");
return isAsPromised ? 0 : 1;
