using AadPg.Generators.Tests.Harness;

namespace AadPg.Generators.Tests.Snapshots;

/// <summary>What is generated for each shape of class. Every case also compiles without a warning, doc comments included.</summary>
public class SnapshotTests
{
    [Fact]
    public Task SealedClassWithConstants() => VerifyAsync("""
        namespace Shop;

        [AadPg.AadConnectionFactory(
            Host = "shop.postgres.database.azure.com",
            Database = "orders",
            Username = "orders-api")]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task EverySetting() => VerifyAsync("""
        namespace Shop;

        [AadPg.AadConnectionFactory(
            "Orders",
            Host = "shop.postgres.database.azure.com",
            Port = 6432,
            Database = "order's \"book\"; 2026",
            Username = "Jörg <orders> & co@shop.example",
            SslMode = Npgsql.SslMode.VerifyCA,
            ApplicationName = "Orders API",
            ManagedIdentityClientId = "7f3b1c52-6a1f-4c8e-9d0a-2b8f5e4d3c21")]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task ConnectionNameAlone() => VerifyAsync("""
        namespace Shop;

        [AadPg.AadConnectionFactory("Orders")]
        internal partial class OrdersDb;
        """);

    [Fact]
    public Task GlobalNamespace() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task NestedInEveryKindOfType() => VerifyAsync("""
        namespace Shop.Data;

        internal static partial class Outer
        {
            internal partial interface IMiddle
            {
                public readonly partial record struct Inner
                {
                    internal partial struct Plain
                    {
                        public partial record Deep
                        {
                            [AadPg.AadConnectionFactory("Orders")]
                            public sealed partial class OrdersDb;
                        }
                    }
                }
            }
        }
        """);

    [Fact]
    public Task PrivateNestedClass() => VerifyAsync("""
        namespace Shop;

        internal sealed partial class Repository
        {
            private readonly OrdersDb _db = new();

            public Npgsql.NpgsqlDataSource DataSource => _db.DataSource;

            [AadPg.AadConnectionFactory("Orders")]
            private sealed partial class OrdersDb;
        }
        """);

    [Fact]
    public Task RecordWithBase() => VerifyAsync("""
        namespace Shop;

        internal abstract record Named(string Name = "orders");

        [AadPg.AadConnectionFactory("Orders")]
        internal sealed partial record OrdersDb : Named;
        """);

    [Fact]
    public Task HookAndOwnMembers() => VerifyAsync("""
        using Azure.Core;
        using AadPg;
        using Npgsql;

        namespace Shop;

        /// <summary>The orders.</summary>
        [AadConnectionFactory("Orders")]
        public sealed partial class OrdersDb
        {
            /// <summary>Logs in with this credential.</summary>
            /// <param name="credential">It.</param>
            public OrdersDb(TokenCredential credential)
                : this(options => options.Credential = credential)
            {
            }

            /// <summary>Opens a connection for a tenant.</summary>
            /// <param name="tenant">Its name.</param>
            /// <returns>An open connection.</returns>
            public NpgsqlConnection OpenConnection(string tenant) => OpenConnection();

            private static partial void ConfigureDataSource(NpgsqlDataSourceBuilder dataSource) => dataSource.EnableParameterLogging();
        }
        """);

    [Fact]
    public Task NamesThatAreKeywords() => VerifyAsync("""
        namespace @namespace.@record.var;

        [AadPg.AadConnectionFactory("Orders")]
        internal sealed partial class @class
        {
            static partial void ConfigureDataSource(Npgsql.NpgsqlDataSourceBuilder @event) => @event.EnableParameterLogging();
        }
        """);

    [Fact]
    public Task ObsoleteClass() => VerifyAsync("""
        namespace Shop;

        [System.Obsolete("Use another.", error: true)]
        [AadPg.AadConnectionFactory("Orders")]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task TunedConnection() => VerifyAsync("""
        namespace Shop;

        [AadPg.AadConnectionFactory(
            Host = "shop.postgres.database.chinacloudapi.cn",
            Database = "orders",
            Username = "orders-api",
            Cloud = AadPg.AzurePostgresCloudName.China,
            TenantId = "11111111-2222-3333-4444-555555555555",
            RootCertificate = "ca.pem",
            SearchPath = "orders,public",
            Timezone = "UTC",
            MinPoolSize = 5,
            MaxPoolSize = 50,
            ConnectionIdleLifetime = 60,
            ConnectionPruningInterval = 5,
            ConnectionLifetime = 3600,
            Timeout = 5,
            CommandTimeout = 60,
            CancellationTimeout = -1,
            KeepAlive = 30,
            TcpKeepAlive = true,
            Multiplexing = true,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            Enlist = false,
            IncludeErrorDetail = true,
            ReadBufferSize = 16384,
            WriteBufferSize = 16384,
            ConnectionString = "Options=-c work_mem=64MB;Include Failed Batched Command=true")]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task PrimaryAndReadReplicas() => VerifyAsync("""
        namespace Shop;

        [AadPg.AadConnectionFactory(
            Host = "shop.postgres.database.azure.com,shop-replica.postgres.database.azure.com",
            Database = "orders",
            Username = "orders-api",
            LoadBalanceHosts = true,
            HostRecheckSeconds = 5,
            ReadReplicas = true)]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task OneOfSeveralHosts() => VerifyAsync("""
        namespace Shop;

        [AadPg.AadConnectionFactory("Orders", TargetSessionAttributes = Npgsql.TargetSessionAttributes.PreferStandby)]
        internal partial class OrdersDb;
        """);

    [Fact]
    public Task GenericWithConstraints() => VerifyAsync("""
        namespace Shop;

        internal interface ITenant { }

        [AadPg.AadConnectionFactory("Orders")]
        internal sealed partial class TenantDb<TTenant, @class>
            where TTenant : class, ITenant, System.IComparable<@class?>, new()
            where @class : notnull;
        """);

    [Fact]
    public Task NestedInAGenericType() => VerifyAsync("""
        namespace Shop;

        internal partial interface IOuter<T>
            where T : struct
        {
            [AadPg.AadConnectionFactory("Orders")]
            internal sealed partial class OrdersDb;
        }
        """);

    [Fact]
    public Task InterfaceOfTheUsersOwn() => VerifyAsync("""
        namespace Shop;

        internal interface IOrdersDb
        {
            string Region { get; }
        }

        [AadPg.AadConnectionFactory("Orders")]
        internal sealed partial class OrdersDb : IOrdersDb
        {
            public string Region => "eu";
        }
        """);

    [Fact]
    public Task BesideTypesOfItsFile() => VerifyAsync("""
        namespace Shop;

        file sealed class Names
        {
            public const string Orders = "Orders";
        }

        file interface IOrdersDb;

        [AadPg.AadConnectionFactory(Names.Orders)]
        internal sealed partial class OrdersDb;
        """);

    [Fact]
    public async Task WithEntityFramework()
    {
        var build = await FactoryProject.BuildAsync(FactoryProject.Compile(
            FactoryProject.ParseOptions,
            References.WithEntityFramework,
            """
            namespace Shop;

            [AadPg.AadConnectionFactory("Orders")]
            public sealed partial class OrdersDb;
            """));

        build.AssertClean();
        Snapshot.Verify(build);
    }

    [Fact]
    public async Task GenericWithEntityFramework()
    {
        var build = await FactoryProject.BuildAsync(FactoryProject.Compile(
            FactoryProject.ParseOptions,
            References.WithEntityFramework,
            """
            namespace Shop;

            [AadPg.AadConnectionFactory("Orders")]
            public sealed partial class OrdersDb<TContext, @class>
                where TContext : notnull
                where @class : struct;
            """));

        build.AssertClean();
        Snapshot.Verify(build);
    }

    [Fact]
    public async Task WithoutDependencyInjection()
    {
        var build = await FactoryProject.BuildAsync(FactoryProject.Compile(
            FactoryProject.ParseOptions,
            References.WithoutDependencyInjection,
            """
            namespace Shop;

            [AadPg.AadConnectionFactory("Orders")]
            public sealed partial class OrdersDb;
            """));

        build.AssertClean();
        Snapshot.Verify(build);
    }

    [Fact]
    public async Task SameNameInTwoNamespaces()
    {
        var build = await FactoryProject.BuildAsync(FactoryProject.Compile("""
            namespace Sales { [AadPg.AadConnectionFactory("Sales")] public sealed partial class Db; }
            namespace Stock { [AadPg.AadConnectionFactory("Stock")] public sealed partial class Db; }
            namespace stock { [AadPg.AadConnectionFactory("Stock2")] public sealed partial class DB; }
            """));

        build.AssertClean();
        Snapshot.Verify(build);
    }

    [Fact]
    public Task OpenClassAndOneDerivedFromIt() => VerifyAsync("""
        namespace Shop;

        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            /// <summary>The tenant.</summary>
            public string Tenant { get; } = "none";
        }

        internal sealed class AuditedOrdersDb : OrdersDb
        {
            protected override void Dispose(bool disposing) => base.Dispose(disposing);

            protected override async System.Threading.Tasks.ValueTask DisposeAsyncCore() => await base.DisposeAsyncCore();
        }
        """);

    private static async Task VerifyAsync(string source, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        var build = await FactoryProject.BuildAsync(FactoryProject.Compile(source));

        build.AssertClean();
        Assert.DoesNotContain(build.Usage, static problem => problem.DefaultSeverity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);
        Assert.All(build.Generated, static file => Assert.DoesNotContain('\r', file.SourceText.ToString()));
        Assert.Equal(Texts(build), Texts(await FactoryProject.BuildAsync(FactoryProject.Compile(source.ReplaceLineEndings("\r\n")))));
        Snapshot.Verify(build, name);
    }

    private static IEnumerable<string> Texts(FactoryBuild build) => build.Generated.Select(static file => $"{file.HintName}: {file.SourceText}");
}
