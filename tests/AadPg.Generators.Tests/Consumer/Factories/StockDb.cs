namespace AadPg.Generators.Tests.Consumer.Factories;

/// <summary>Open to derived classes; settings come from configuration, and over them from the constants.</summary>
[AadConnectionFactory("Stock", Host = "shop.postgres.database.azure.com", Username = "stock-api")]
public partial class StockDb
{
    /// <summary>Makes a factory with a pool of its own size.</summary>
    public StockDb(int poolSize)
        : this(options => options.ConnectionString.MaxPoolSize = poolSize)
    {
    }
}
