using static AadPg.CodeFixes.Tests.Sources;

namespace AadPg.CodeFixes.Tests;

public class UseAadAuthenticationTests
{
    [Theory]
    [InlineData(
        """_ = NpgsqlDataSource.Create("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""",
        """_ = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require").UseAadAuthentication().Build();""")]
    [InlineData(
        """_ = Npgsql.NpgsqlDataSource.Create(connectionString: "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""",
        """_ = new Npgsql.NpgsqlDataSourceBuilder(connectionString: "Host=db.example.com;SSL Mode=Require").UseAadAuthentication().Build();""")]
    [InlineData(
        """_ = global::Npgsql.NpgsqlDataSource.Create("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""",
        """_ = new global::Npgsql.NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require").UseAadAuthentication().Build();""")]
    [InlineData(
        """using var c = NpgsqlDataSource.Create("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require").OpenConnection();""",
        """using var c = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require").UseAadAuthentication().Build().OpenConnection();""")]
    public Task CreateDataSource_BecomesBuilder(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData(
        """var b = new NpgsqlDataSourceBuilder("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"); b.EnableParameterLogging();""",
        """var b = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require").UseAadAuthentication(); b.EnableParameterLogging();""")]
    [InlineData(
        """NpgsqlDataSourceBuilder b = new("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""",
        """NpgsqlDataSourceBuilder b = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require").UseAadAuthentication();""")]
    [InlineData(
        """_ = new NpgsqlSlimDataSourceBuilder("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require").EnableArrays().Build();""",
        """_ = new NpgsqlSlimDataSourceBuilder("Host=db.example.com;SSL Mode=Require").UseAadAuthentication().EnableArrays().Build();""")]
    [InlineData(
        """_ = new NpgsqlDataSourceBuilder("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require") { Name = "orders" }.Build();""",
        """_ = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require") { Name = "orders" }.UseAadAuthentication().Build();""")]
    [InlineData(
        """new NpgsqlDataSourceBuilder("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""",
        """new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require").UseAadAuthentication();""")]
    [InlineData(
        """var b = new NpgsqlDataSourceBuilder("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"); b.UseAadAuthentication();""",
        """var b = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require"); b.UseAadAuthentication();""")]
    public Task DataSourceBuilder_UsesAad(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData("""var b = new NpgsqlDataSourceBuilder("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"); b.UsePeriodicPasswordProvider((_, _) => default, TimeSpan.Zero, TimeSpan.Zero);""")]
    [InlineData("""_ = new NpgsqlDataSourceBuilder("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require").UsePasswordProvider(_ => text, (_, _) => default);""")]
    [InlineData("""var b = new NpgsqlDataSourceBuilder("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"); b.ConnectionStringBuilder.Username = text;""")]
    public Task DataSourceBuilderWithPasswordProviderOrOpenString_HasNoFix(string statement) => VerifyNotOffered(statement);

    [Theory]
    [InlineData(
        """options.UseNpgsql("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""",
        """options.UseNpgsql(AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require"));""")]
    [InlineData(
        """options.UseNpgsql("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require", o => o.EnableRetryOnFailure().CommandTimeout(5));""",
        """options.UseNpgsql(AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require"), o => o.EnableRetryOnFailure().CommandTimeout(5));""")]
    [InlineData(
        """options.UseNpgsql(npgsqlOptionsAction: o => { }, connectionString: "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""",
        """options.UseNpgsql(npgsqlOptionsAction: o => { }, dataSource: AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require"));""")]
    [InlineData(
        """new DbContextOptionsBuilder<DbContext>().UseNpgsql("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require").EnableDetailedErrors();""",
        """new DbContextOptionsBuilder<DbContext>().UseNpgsql(AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require")).EnableDetailedErrors();""")]
    [InlineData(
        """services.AddDbContext<DbContext>(o => o.UseNpgsql("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"));""",
        """services.AddDbContext<DbContext>(o => o.UseNpgsql(AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require")));""")]
    [InlineData(
        """services.AddDbContextPool<DbContext>((sp, o) => o.UseNpgsql(("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require")));""",
        """services.AddDbContextPool<DbContext>((sp, o) => o.UseNpgsql(AadNpgsqlDataSource.Shared(("Host=db.example.com;SSL Mode=Require"))));""")]
    public Task UseNpgsql_TakesSharedDataSource(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData("o => o.ConfigureDataSource(b => { })")]
    [InlineData("o => o.MapEnum<DayOfWeek>()")]
    [InlineData("(Action<Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder>)(object)text")]
    public Task UseNpgsqlWithOptionsForDataSourceOfItsOwn_HasNoFix(string options) =>
        VerifyNotOffered($$"""options.UseNpgsql("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require", {{options}});""");

    [Theory]
    [InlineData(
        """_ = new NpgsqlConnection("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""",
        """_ = AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection();""")]
    [InlineData(
        """using NpgsqlConnection c = new("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""",
        """using NpgsqlConnection c = AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection();""")]
    [InlineData(
        """new NpgsqlConnection ( connectionString: /* prod */ "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require" ).Open();""",
        """AadNpgsqlDataSource.Shared( connectionString: /* prod */ "Host=db.example.com;SSL Mode=Require" ).CreateConnection().Open();""")]
    [InlineData(
        """services.AddScoped(_ => new NpgsqlConnection("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"));""",
        """services.AddScoped(_ => AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection());""")]
    public Task NewConnection_ComesFromSharedDataSource(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData("""new NpgsqlConnection().ConnectionString = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";""")]
    [InlineData("""_ = new NpgsqlConnection("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require") { ProvideClientCertificatesCallback = null };""")]
    [InlineData("""System.Linq.Expressions.Expression<Func<NpgsqlDataSourceBuilder>> e = () => new NpgsqlDataSourceBuilder("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    public Task OtherWayIn_HasNoFix(string statement) => VerifyNotOffered(statement);

    [Theory]
    [InlineData(
        """services.AddNpgsqlDataSource("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""",
        """services.AddNpgsqlDataSource("Host=db.example.com;SSL Mode=Require", builder => builder.UseAadAuthentication());""")]
    [InlineData(
        """services.AddNpgsqlSlimDataSource("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require", ServiceLifetime.Scoped);""",
        """services.AddNpgsqlSlimDataSource("Host=db.example.com;SSL Mode=Require", builder => builder.UseAadAuthentication(), ServiceLifetime.Scoped);""")]
    [InlineData(
        """services.AddMultiHostNpgsqlDataSource("Host=a.example.com,b.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require", serviceKey: "orders");""",
        """services.AddMultiHostNpgsqlDataSource("Host=a.example.com,b.example.com;SSL Mode=Require", builder => builder.UseAadAuthentication(), serviceKey: "orders");""")]
    [InlineData(
        """services.AddMultiHostNpgsqlSlimDataSource(serviceKey: 1, connectionString: "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require", dataSourceLifetime: ServiceLifetime.Scoped);""",
        """services.AddMultiHostNpgsqlSlimDataSource(serviceKey: 1, connectionString: "Host=db.example.com;SSL Mode=Require", dataSourceBuilderAction: builder => builder.UseAadAuthentication(), dataSourceLifetime: ServiceLifetime.Scoped);""")]
    [InlineData(
        """var builder = text; var dataSourceBuilder = number; services.AddNpgsqlDataSource("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""",
        """var builder = text; var dataSourceBuilder = number; services.AddNpgsqlDataSource("Host=db.example.com;SSL Mode=Require", dataSourceBuilder2 => dataSourceBuilder2.UseAadAuthentication());""")]
    public Task AddDataSource_GetsLambda(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData("b => b.EnableParameterLogging()", "b => b.EnableParameterLogging().UseAadAuthentication()")]
    [InlineData("(sp, b) => b.UseLoggerFactory(null)", "(sp, b) => b.UseLoggerFactory(null).UseAadAuthentication()")]
    [InlineData("(NpgsqlDataSourceBuilder b) => b.Name = text", "(NpgsqlDataSourceBuilder b) => { b.Name = text; b.UseAadAuthentication(); }")]
    [InlineData("b => Console.WriteLine(b)", "b => { Console.WriteLine(b); b.UseAadAuthentication(); }")]
    [InlineData("b => { }", "b => { b.UseAadAuthentication(); }")]
    [InlineData("b => {}", "b => { b.UseAadAuthentication(); }")]
    [InlineData("b => { b.Name = text; }", "b => { b.Name = text; b.UseAadAuthentication(); }")]
    [InlineData("delegate (NpgsqlDataSourceBuilder b) { b.Name = text; }", "delegate (NpgsqlDataSourceBuilder b) { b.Name = text; b.UseAadAuthentication(); }")]
    [InlineData("static _ => { }", "static builder => { builder.UseAadAuthentication(); }")]
    [InlineData("(_, _) => { }", "(_, builder) => { builder.UseAadAuthentication(); }")]
    [InlineData("b => b.UseAadAuthentication()", "b => b.UseAadAuthentication()")]
    [InlineData("b => { Action a = () => { return; }; }", "b => { Action a = () => { return; }; b.UseAadAuthentication(); }")]
    public Task AddDataSourceWithLambda_HasTheCallAddedLast(string before, string after) => Verify(
        $$"""services.AddNpgsqlDataSource("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require", {{before}}, serviceKey: 1);""",
        $$"""services.AddNpgsqlDataSource("Host=db.example.com;SSL Mode=Require", {{after}}, serviceKey: 1);""");

    [Fact]
    public Task AddDataSourceWithBlockOverLines_HasTheCallOnItsOwn() => Verify(
        """
        services.AddNpgsqlDataSource(
                    "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require",
                    b =>
                    {
                        b.Name = text; // shown in metrics
                        // no logging
                    });
        """,
        """
        services.AddNpgsqlDataSource(
                    "Host=db.example.com;SSL Mode=Require",
                    b =>
                    {
                        b.Name = text; // shown in metrics
                        // no logging
                        b.UseAadAuthentication();
                    });
        """);

    [Fact]
    public Task AddDataSourceOverLines_GetsLambdaOnItsOwnLine() => Verify(
        """
        services.AddNpgsqlDataSource(
                    "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require", // the main one
                    serviceKey: 1);
        """,
        """
        services.AddNpgsqlDataSource(
                    "Host=db.example.com;SSL Mode=Require", // the main one
                    builder => builder.UseAadAuthentication(),
                    serviceKey: 1);
        """);

    /// <summary>What a call gives is a part of the text, and no setting of a builder.</summary>
    [Fact]
    public Task CallInTheText_Stays() => Verify(
        "_ = new NpgsqlConnection(\"Host=\" + text.Trim() + \";Username=\" + nameof(text) + \";{|AADPG0001:Password=hunter2|};SSL Mode=Require\");",
        "_ = AadNpgsqlDataSource.Shared(\"Host=\" + text.Trim() + \";Username=\" + nameof(text) + \";SSL Mode=Require\").CreateConnection();");

    [Theory]
    [InlineData("Configure")]
    [InlineData("(Action<NpgsqlDataSourceBuilder>)(object)text")]
    [InlineData("async b => await System.Threading.Tasks.Task.Yield()")]
    [InlineData("b => { if (number > 0) return; b.Name = text; }")]
    [InlineData("b => throw new Exception()")]
    [InlineData("b => { throw new Exception(); }")]
    [InlineData("b => b.UsePasswordProvider(_ => text, (_, _) => default)")]
    [InlineData("b => { b.ConnectionStringBuilder.Passfile = text; }")]
    public Task AddDataSourceWithWhatCannotBeExtended_HasNoFix(string configuration) => VerifyNotOffered(
        $$"""services.AddNpgsqlDataSource("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require", {{configuration}}); static void Configure(NpgsqlDataSourceBuilder b) { }""");

    [Theory]
    [InlineData(
        """_ = new NpgsqlConnection("Host=localhost;{|AADPG0003:Password=hunter2|};Username=u");""",
        """_ = AadNpgsqlDataSource.Shared("Host=localhost;Username=u", "localhost").CreateConnection();""")]
    [InlineData(
        """_ = new NpgsqlConnection(connectionString: "Host=localhost:5433;{|AADPG0003:Password=hunter2|};Username=u");""",
        """_ = AadNpgsqlDataSource.Shared(connectionString: "Host=localhost:5433;Username=u", "localhost").CreateConnection();""")]
    [InlineData(
        """_ = NpgsqlDataSource.Create("Host=[::1]:5433;{|AADPG0003:Password=hunter2|};Username=u");""",
        """_ = new NpgsqlDataSourceBuilder("Host=[::1]:5433;Username=u").UseAadAuthentication(configure: options => options.AllowedHosts.Add("::1")).Build();""")]
    [InlineData(
        """services.AddNpgsqlDataSource("Host=localhost,127.0.0.1:5433;{|AADPG0003:Password=hunter2|};Username=u");""",
        """services.AddNpgsqlDataSource("Host=localhost,127.0.0.1:5433;Username=u", builder => builder.UseAadAuthentication(configure: options => { options.AllowedHosts.Add("localhost"); options.AllowedHosts.Add("127.0.0.1"); }));""")]
    public Task LocalServer_IsAllowedByName(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData("/var/run/postgresql")]
    [InlineData("localhost,/var/run/postgresql")]
    [InlineData("@socket")]
    public Task UnixSocket_HasNoTlsAndSoNoFix(string host) => VerifyNotOffered($$"""_ = new NpgsqlConnection("Host={{host}};{|AADPG0003:Password=hunter2|};Username=u");""");

    [Fact]
    public Task WithoutRuntime_HasNoFix()
    {
        var source = """
            using Npgsql;

            class C
            {
                NpgsqlConnection Open() => new("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");
            }
            """;
        var test = new FixTest<UseAadAuthenticationCodeFix>(runtime: false) { TestCode = source, FixedCode = source };

        return test.RunAsync();
    }

    private static Task Verify(string before, string after) => FixTest<UseAadAuthenticationCodeFix>.Of(Statements(before), Statements(after)).RunAsync();

    private static Task VerifyNotOffered(string statement) => Verify(statement, statement);
}
