using LegacyShop;
using Microsoft.Extensions.DependencyInjection;

// What AadPg is for: an app that logs in to PostgreSQL as they always did. Build it and read the warnings; then
//     aadpg fix --code samples/LegacyShop
// takes them away, together with the passwords. Each file is named after the rule that it breaks.
using var orders = new OrderStore();
await using var services = new ServiceCollection().AddDeveloperDatabase().BuildServiceProvider();
Console.WriteLine($"Revenue so far: {await orders.GetRevenueAsync():N2}");
