namespace AadPg.Analyzers.Tests.Rules;

public class ConnectionStringInjectionTests
{
    private static readonly VerifyRule<ConnectionStringAnalyzer> s_rule = new(RuleIds.ConnectionStringInjection);

    [Theory]
    [InlineData("new NpgsqlConnection($\"Host={{|AADPG0013:host|}};Database=shop\")")]
    [InlineData("new NpgsqlConnection(\"Host=\" + {|AADPG0013:host|} + \";Database=shop\")")]
    [InlineData("new NpgsqlConnection(string.Format(\"Host=h;Database={0}\", {|AADPG0013:host|}))")]
    [InlineData("new NpgsqlConnection(string.Concat(\"Host=h;Username=\", {|AADPG0013:host|}))")]
    [InlineData("new NpgsqlConnection(string.Join(\";\", \"Host=h\", \"Database=\" + {|AADPG0013:host|}))")]
    [InlineData("new NpgsqlConnection(new System.Text.StringBuilder(\"Host=h;Database=\").Append({|AADPG0013:host|}).ToString())")]
    [InlineData("NpgsqlDataSource.Create($\"Host=h;Username='{{|AADPG0013:host|}}'\")")]
    [InlineData("new NpgsqlConnection($\"Host={{|AADPG0013:host.Trim().ToLowerInvariant()|}};Database=shop\")")]
    [InlineData("new NpgsqlConnectionStringBuilder($\"Host={{|AADPG0013:host|}};Database=shop\") { SslMode = SslMode.VerifyFull }")]
    public Task ParameterInText_Triggers(string expression) => s_rule.Source($$"""
        public class C
        {
            public object Open(string host) => {{expression}};
        }
        """);

    [Fact]
    public Task ValuesOfCallers_Trigger() => s_rule.Source("""
        public class Store
        {
            private readonly string _text;

            internal Store(string tenant) => _text = $"Host=h;Database={{|AADPG0013:tenant|}}";

            protected NpgsqlConnection Open() => new(_text);

            public NpgsqlConnection OpenFor(string[] names) => new($"Host=h;Database={{|AADPG0013:names[0]|}}");

            public NpgsqlConnection OpenOf(System.Collections.Generic.Dictionary<string, string> settings) => new($"Host=h;Database={{|AADPG0013:settings["database"]|}}");

            public NpgsqlConnection OpenDefault(string database = "shop") => new($"Host=h;Database={{|AADPG0013:database|}}");

            public NpgsqlConnection OpenOther(string database) => OpenPrivately(database);

            private static NpgsqlConnection OpenPrivately(string name) => new($"Host=h;Database={{|AADPG0013:name|}}");

            public static void Main(string[] args)
            {
                _ = new NpgsqlConnection($"Host={{|AADPG0013:args[0]|}}");
                var typed = {|AADPG0013:Console.ReadLine()|};
                _ = new NpgsqlConnection($"Host=h;Username={typed}");
                _ = new NpgsqlConnection($"Host=h;Username={{|AADPG0013:Console.In.ReadLine() ?? "nobody"|}}");
                _ = new NpgsqlConnection($"Host={{|AADPG0013:Environment.GetCommandLineArgs()[1]|}}");
            }
        }
        """);

    [Fact]
    public Task ValuesOfRequests_Trigger() => s_rule.Source("""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        namespace Microsoft.AspNetCore.Http
        {
            public struct StringValues { public static implicit operator string(StringValues values) => ""; }
            public interface IQueryCollection { StringValues this[string key] { get; } }
            public class HttpRequest { public IQueryCollection Query => null!; public string Host => ""; }
        }

        namespace Microsoft.AspNetCore.Mvc
        {
            public class ControllerBase { public HttpRequest Request => new(); }
        }

        public record Model(string Database, int Number);

        public interface IClock { string Zone { get; } }

        public class ShopController : ControllerBase
        {
            public object Get() => new NpgsqlConnection($"Host=h;Database={{|AADPG0013:Request.Query["database"]|}}");

            public object Post(Model model, IClock clock) => new NpgsqlConnection($"Host=h;Database={{|AADPG0013:model.Database|}};Port={model.Number};Application Name={clock.Zone}");
        }

        public static class Api
        {
            public static void MapGet(this object app, string pattern, Delegate handler) { }

            public static void Map(object app) => app.MapGet("/", (string database) => new NpgsqlConnection($"Host=h;Database={{|AADPG0013:database|}}"));
        }
        """);

    [Theory]
    [InlineData("new NpgsqlConnection($\"Host=h;Port={port};Timeout={seconds}\")")]
    [InlineData("new NpgsqlConnection($\"Host=h;Application Name={id}\")")]
    [InlineData("new NpgsqlConnection($\"Host=h;SSL Mode={mode}\")")]
    [InlineData("new NpgsqlConnection(host)")]
    [InlineData("new NpgsqlConnection(host + \";Timeout=5\")")]
    [InlineData("new NpgsqlConnection(host + \"=h\")")]
    [InlineData("new NpgsqlConnectionStringBuilder(\"Database=shop\") { Host = host }")]
    [InlineData("new NpgsqlConnection(new NpgsqlConnectionStringBuilder(\"Database=shop\") { Host = host }.ConnectionString)")]
    [InlineData("new NpgsqlConnection($\"Host='{host.Replace(\"'\", \"''\")}'\")")]
    [InlineData("new NpgsqlConnection($\"Host={Environment.GetEnvironmentVariable(\"PGHOST\")}\")")]
    [InlineData("new NpgsqlConnection($\"Host={settings.Host};Database={Settings.Default}\")")]
    [InlineData("new NpgsqlConnection(host switch { \"eu\" => \"Host=eu.example.com\", _ => \"Host=us.example.com\" })")]
    [InlineData("new System.Data.Common.DbConnectionStringBuilder { ConnectionString = $\"Host={host}\" }")]
    [InlineData("$\"Data Source={host};Initial Catalog=shop\"")]
    public Task ValuesThatCannotInject_DoNotTrigger(string expression) => s_rule.Source($$"""
        public class Settings
        {
            public static string Default = System.IO.File.ReadAllText("database");

            public string Host { get; set; } = "";
        }

        public class C
        {
            public object Open(string host, int port, double seconds, Guid id, SslMode mode, Settings settings) => {{expression}};
        }
        """);

    [Theory]
    [InlineData("if (!System.Text.RegularExpressions.Regex.IsMatch(host, \"^[a-z]+$\")) throw new ArgumentException(host);")]
    [InlineData("if (!Known.Contains(host)) throw new ArgumentException(host);")]
    [InlineData("Validate(host);")]
    public Task ValueThatIsChecked_DoesNotTrigger(string check) => s_rule.Source($$"""
        public class C
        {
            private static readonly System.Collections.Generic.HashSet<string> Known = ["shop"];

            public object Open(string host)
            {
                {{check}}
                return new NpgsqlConnection($"Host={host};Database=shop");
            }

            private static void Validate(string host) => _ = host;
        }
        """);

    [Fact]
    public Task PrivateMethodThatNobodyGivesACallersValue_DoesNotTrigger() => s_rule.Source("""
        public class C
        {
            public object Open() => Open("shop");

            private static object Open(string database) => new NpgsqlConnection($"Host=h;Database={database}");
        }
        """);

    [Fact]
    public Task EmptinessIsNoCheck_Triggers() => s_rule.Source("""
        public class C
        {
            public object Open(string host)
            {
                ArgumentNullException.ThrowIfNull(host);
                return string.IsNullOrEmpty(host) ? "" : new NpgsqlConnection($"Host={{|AADPG0013:host|}};Database=shop");
            }
        }
        """);
}
