using Microsoft.Extensions.Configuration;
using Npgsql;

namespace AadPg.Generators.Tests.Consumer.Factories;

/// <summary>Two data sources as members of a class of the app's own.</summary>
internal sealed partial class Databases(IConfiguration configuration, Action<AadConnectionFactoryOptions> configure) : IDisposable
{
    private static Action<AadConnectionFactoryOptions>? s_configure;

    private readonly IConfiguration _configuration = Keep(configuration, configure);

    [AadConnection("Reports", ApplicationName = "property")]
    public partial NpgsqlDataSource Reports { get; }

    [AadConnection("Reports", ApplicationName = "method")]
    public partial NpgsqlDataSource Ledger();

    public void Dispose()
    {
        Reports.Dispose();
        Ledger().Dispose();
    }

    static partial void ConfigureReports(AadConnectionFactoryOptions options) => s_configure?.Invoke(options);

    static partial void ConfigureLedger(AadConnectionFactoryOptions options) => s_configure?.Invoke(options);

    private static IConfiguration Keep(IConfiguration configuration, Action<AadConnectionFactoryOptions> configure)
    {
        s_configure = configure;
        return configuration;
    }
}
