// Every shape of factory and member, written as strictly as the strictest analysis asks for.
using System.Diagnostics.CodeAnalysis;
using AadPg;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: System.CLSCompliant(false)]
[assembly: System.Runtime.InteropServices.ComVisible(false)]

namespace Strict;

/// <summary>Of constants.</summary>
[AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "shop", Username = "orders-api")]
public sealed partial class OrdersDb;

/// <summary>Of configuration.</summary>
[AadConnectionFactory("Stock")]
public sealed partial class StockDb;

/// <summary>With replicas.</summary>
[AadConnectionFactory(Host = "shop.postgres.database.azure.com,shop-replica.postgres.database.azure.com", Database = "shop", Username = "api", ReadReplicas = true)]
public sealed partial class ReportsDb;

/// <summary>With a choice of hosts.</summary>
[AadConnectionFactory("Ledger", TargetSessionAttributes = TargetSessionAttributes.PreferStandby)]
internal sealed partial class LedgerDb;

/// <summary>Open to derive from.</summary>
[AadConnectionFactory("Archive", MaxPoolSize = 50, CommandTimeout = 60)]
public partial class ArchiveDb;

/// <summary>Open to derive from, with replicas.</summary>
[AadConnectionFactory("Archive2", ReadReplicas = true)]
public partial class Archive2Db;

/// <summary>With a hook.</summary>
[AadConnectionFactory("Mapped", ManagedIdentityClientId = "7f3b1c52-6a1f-4c8e-9d0a-2b8f5e4d3c21", TenantId = "11111111-2222-3333-4444-555555555555", Cloud = AzurePostgresCloudName.China)]
public sealed partial class MappedDb
{
    static partial void ConfigureDataSource(NpgsqlDataSourceBuilder builder) => builder.EnableParameterLogging();
}

/// <summary>A record.</summary>
[AadConnectionFactory("Payroll")]
public sealed partial record PayrollDb;

/// <summary>A tenant.</summary>
public interface ITenant
{
    /// <summary>Its name.</summary>
    string Name { get; }
}

/// <summary>Generic.</summary>
/// <typeparam name="TTenant">The tenant.</typeparam>
[AadConnectionFactory("Tenant")]
public sealed partial class TenantDb<TTenant>
    where TTenant : class, ITenant;

internal static partial class Outer
{
    /// <summary>Nested.</summary>
    [AadConnectionFactory("Nested")]
    internal sealed partial class NestedDb;
}

/// <summary>Members.</summary>
/// <param name="configuration">The app's configuration.</param>
public sealed partial class Databases(IConfiguration configuration) : IDisposable
{
    private readonly IConfiguration _configuration = configuration;

    /// <summary>The orders.</summary>
    [AadConnection("Orders")]
    public partial NpgsqlDataSource Orders { get; }

    /// <summary>The stock.</summary>
    /// <returns>Its data source.</returns>
    [AadConnection(Host = "shop.postgres.database.azure.com", Database = "stock", Username = "api")]
    public partial NpgsqlDataSource Stock();

    /// <summary>The ledger.</summary>
    [AadConnection(Host = "shop.postgres.database.azure.com", Database = "ledger", Username = "api")]
    public static partial NpgsqlDataSource Ledger { get; }

    static partial void ConfigureLedger(AadConnectionFactoryOptions options) => options.ManagedIdentityClientId = null;

    /// <inheritdoc/>
    public void Dispose()
    {
        Orders.Dispose();
        Stock().Dispose();
    }
}

/// <summary>A context.</summary>
public sealed class ShopContext : DbContext
{
    /// <summary>Makes it.</summary>
    /// <param name="options">Its options.</param>
    [RequiresUnreferencedCode("EF Core")]
    [RequiresDynamicCode("EF Core")]
    public ShopContext(DbContextOptions<ShopContext> options)
        : base(options)
    {
    }
}

/// <summary>What an app registers.</summary>
public static class Registrations
{
    /// <summary>Registers all.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same.</returns>
    public static IServiceCollection AddAll(this IServiceCollection services)
    {
        _ = services.AddOrdersDb().AddStockDb().AddReportsDb().AddLedgerDb().AddArchiveDb().AddMappedDb().AddPayrollDb();
        _ = services.AddTenantDb<ITenant>().AddNestedDb().AddKeyedOrdersDb("eu", static options => options.ConnectionString.ApplicationName = "eu");
        _ = services.AddHealthChecks().AddAadConnectionFactory<OrdersDb>();
        return services;
    }

    /// <summary>Registers the context.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same.</returns>
    [RequiresUnreferencedCode("EF Core")]
    public static IServiceCollection AddContext(this IServiceCollection services) => services.AddOrdersDbDbContext<ShopContext>();
}
