namespace AadPg.CodeFixes.Tests.Offered;

/// <summary>Programs such as people write, after one run of <c>dotnet format analyzers</c>: they compile, have no findings, and look as before.</summary>
public class RealisticProgramTests
{
    [Fact]
    public Task TestFixture_LogsInToEachOfItsDatabases() => VerifyAsync(
        """"
        using System;
        using System.Threading.Tasks;
        using Npgsql;

        namespace Shop.Tests;

        public sealed class DatabaseFixture : IAsyncDisposable
        {
            private const string Admin = "Host=localhost;Port=5433;Username=postgres;Password=hunter2";

            public NpgsqlDataSource DataSource { get; private set; } = null!;

            public async Task InitializeAsync()
            {
                await using (var admin = new NpgsqlConnection(Admin))
                {
                    await admin.OpenAsync();
                    await using var create = new NpgsqlCommand("CREATE DATABASE shop_tests", admin);
                    await create.ExecuteNonQueryAsync();
                }

                DataSource = new NpgsqlDataSourceBuilder($"{Admin};Database=shop_tests").Build();
            }

            public async ValueTask DisposeAsync() => await DataSource.DisposeAsync();
        }
        """",
        """"
        using System;
        using System.Threading.Tasks;
        using AadPg;
        using Npgsql;

        namespace Shop.Tests;

        public sealed class DatabaseFixture : IAsyncDisposable
        {
            private const string Admin = "Host=localhost;Port=5433;Username=postgres";

            public NpgsqlDataSource DataSource { get; private set; } = null!;

            public async Task InitializeAsync()
            {
                await using (var admin = AadNpgsqlDataSource.Shared(Admin, "localhost").CreateConnection())
                {
                    await admin.OpenAsync();
                    await using var create = new NpgsqlCommand("CREATE DATABASE shop_tests", admin);
                    await create.ExecuteNonQueryAsync();
                }

                DataSource = new NpgsqlDataSourceBuilder($"{Admin};Database=shop_tests").UseAadAuthentication(configure: options => options.AllowedHosts.Add("localhost")).Build();
            }

            public async ValueTask DisposeAsync() => await DataSource.DisposeAsync();
        }
        """");

    [Fact]
    public Task StringOfEachTenant_TakesItsPartsThroughTheBuilder() => VerifyAsync(
        """"
        using System;
        using System.Threading.Tasks;
        using Npgsql;

        namespace Shop.Tenants;

        public class TenantConnections
        {
            private readonly string _server;

            public TenantConnections(string server) => _server = server;

            public async Task<NpgsqlConnection> OpenAsync(string tenant)
            {
                var connectionString = $"Host={_server};Database=tenant_{tenant};Username=tenants;Password=hunter2;SSL Mode=Require;Maximum Pool Size=5";
                var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync();
                return connection;
            }

            public NpgsqlConnection Open(string tenant)
            {
                var builder = new NpgsqlConnectionStringBuilder("Host=shop.postgres.database.azure.com;Username=tenants;Password=hunter2") { Database = "tenant_" + tenant };
                builder.SslMode = SslMode.Require;
                return new NpgsqlConnection(builder.ToString());
            }
        }
        """",
        """"
        using System;
        using System.Threading.Tasks;
        using AadPg;
        using Npgsql;

        namespace Shop.Tenants;

        public class TenantConnections
        {
            private readonly string _server;

            public TenantConnections(string server) => _server = server;

            public async Task<NpgsqlConnection> OpenAsync(string tenant)
            {
                var connectionString = new NpgsqlConnectionStringBuilder("Username=tenants;SSL Mode=VerifyFull;Maximum Pool Size=5") { Host = _server, Database = $"tenant_{tenant}" }.ConnectionString;
                var connection = AadNpgsqlDataSource.Shared(connectionString).CreateConnection();
                await connection.OpenAsync();
                return connection;
            }

            public NpgsqlConnection Open(string tenant)
            {
                var builder = new NpgsqlConnectionStringBuilder("Host=shop.postgres.database.azure.com;Username=tenants") { Database = "tenant_" + tenant };
                builder.SslMode = SslMode.VerifyFull;
                return AadNpgsqlDataSource.Shared(builder.ToString()).CreateConnection();
            }
        }
        """");

    [Fact]
    public Task CommentsRegionsAndInactiveCode_Stay() => VerifyAsync(
        """"
        #nullable enable
        using Npgsql;

        namespace Shop;

        partial class Store
        {
            /* Where
               the data is. */
            private const string Text = """
                Host=shop.postgres.database.azure.com;
                Database=shop;
                Username=app;
                Password=hunter2;
                SSL Mode=Require
                """;
        }

        partial class Store
        {
        #if DEBUG
            public static readonly NpgsqlDataSource Source = NpgsqlDataSource.Create("Host=localhost;Database=shop;Username=postgres;Password=hunter2");
        #else
            public static readonly NpgsqlDataSource Source = NpgsqlDataSource.Create(Text);
        #endif

            #region Opening
            public NpgsqlConnection Open(
                bool readOnly = false /* for reports */)
                => readOnly
                    ? new NpgsqlConnection( // the replica
                        @"Host=replica.postgres.database.azure.com;Database=shop;Username=app;Password=""hunter2"";SSL Mode=Require")
                    : new NpgsqlConnection(
                        connectionString: Text /* the primary */);
            #endregion

            public NpgsqlConnection? TryOpen()
            {
                try
                {
                    NpgsqlConnection c = new(Text);
                    c.Open();
                    return c;
                }
                catch (NpgsqlException)
                {
                    return null;
                }
            }
        }
        """",
        """"
        #nullable enable
        using AadPg;
        using Npgsql;

        namespace Shop;

        partial class Store
        {
            /* Where
               the data is. */
            private const string Text = """
                Host=shop.postgres.database.azure.com;
                Database=shop;
                Username=app;
                SSL Mode=VerifyFull
                """;
        }

        partial class Store
        {
        #if DEBUG
            public static readonly NpgsqlDataSource Source = NpgsqlDataSource.Create("Host=localhost;Database=shop;Username=postgres;Password=hunter2");
        #else
            public static readonly NpgsqlDataSource Source = new NpgsqlDataSourceBuilder(Text).UseAadAuthentication().Build();
        #endif

            #region Opening
            public NpgsqlConnection Open(
                bool readOnly = false /* for reports */)
                => readOnly
                    ? AadNpgsqlDataSource.Shared( // the replica
                        @"Host=replica.postgres.database.azure.com;Database=shop;Username=app;SSL Mode=VerifyFull").CreateConnection()
                    : AadNpgsqlDataSource.Shared(
                        connectionString: Text /* the primary */).CreateConnection();
            #endregion

            public NpgsqlConnection? TryOpen()
            {
                try
                {
                    NpgsqlConnection c = AadNpgsqlDataSource.Shared(Text).CreateConnection();
                    c.Open();
                    return c;
                }
                catch (NpgsqlException)
                {
                    return null;
                }
            }
        }
        """");

    private static async Task VerifyAsync(string before, string after)
    {
        var solution = await DotnetFormat.FixAsync(EveryFix.Create([before]));

        Assert.Equal(after, (await FixRunner.TextsAsync(solution)).Single());
        Assert.Empty(await EveryFix.ErrorsAsync(solution));
        Assert.Empty(await EveryFix.FindingsAsync(solution));
    }
}
