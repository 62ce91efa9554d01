using static AadPg.CodeFixes.Tests.Tokens.TokenSources;

namespace AadPg.CodeFixes.Tests.Tokens;

public class ReplaceTokenTests
{
    private const string Start = "Host=shop.postgres.database.azure.com;Username=u;SSL Mode=VerifyFull";

    private const string Request = "GetTokenAsync(new TokenRequestContext([\"" + Scope + "\"]), default)";

    private const string Marked = "{{|AADPG0005:token.Token|}}";

    [Theory]
    [InlineData("$\"" + Start + ";Password={{|AADPG0005:token.Token|}}\"", "$\"" + Start + "\"")]
    [InlineData("\"" + Start + ";PWD=\" + {|AADPG0005:token.Token|} + \";Timeout=5\"", "\"" + Start + ";\" + \"Timeout=5\"")]
    [InlineData("$\"{text};Password={{|AADPG0005:token.Token|}}\"", "$\"{text}\"")]
    public Task TokenInANewConnection_IsLeftToTheCredential(string before, string after) => VerifyAsync<ReplaceTokenCodeFix>(
        Method($$"""
            var token = await _credential.{{Request}};
            await using var connection = new NpgsqlConnection({{before}});
            await connection.OpenAsync();
        """),
        Method($$"""
            await using var connection = AadNpgsqlDataSource.Shared({{after}}, _credential).CreateConnection();
            await connection.OpenAsync();
        """));

    [Fact]
    public Task CredentialOfTheMethodsOwn_IsAadPgsOwn() => VerifyAsync<ReplaceTokenCodeFix>(
        Method($$"""
            var credential = new DefaultAzureCredential();
            var token = await credential.{{Request}};
            var connectionString = $"{{Start}};Password={{Marked}}";
            await using var source = NpgsqlDataSource.Create(connectionString);
            await source.OpenConnectionAsync();
        """),
        Method($$"""
            var credential = new DefaultAzureCredential();
            var connectionString = $"{{Start}}";
            await using var source = new NpgsqlDataSourceBuilder(connectionString).UseAadAuthentication().Build();
            await source.OpenConnectionAsync();
        """));

    [Fact]
    public Task DataSource_TakesTheCredential() => VerifyAsync<ReplaceTokenCodeFix>(
        Method($$"""
            await Task.Yield();
            var token = await _credential.{{Request}};
            _ = NpgsqlDataSource.Create($"{{Start}};Password={{Marked}}");
        """),
        Method($$"""
            await Task.Yield();
            _ = new NpgsqlDataSourceBuilder($"{{Start}}").UseAadAuthentication(_credential).Build();
        """));

    [Theory]
    [InlineData("""var builder = new NpgsqlConnectionStringBuilder(text) { Password = {|AADPG0005:token.Token|}, Timeout = 5 };""", """var builder = new NpgsqlConnectionStringBuilder(text) { Timeout = 5 };""")]
    [InlineData("""var builder = new NpgsqlConnectionStringBuilder("Host=shop.postgres.database.azure.com;Username=u;SSL Mode=VerifyFull"); builder.Password = {|AADPG0005:token.Token|};""", """var builder = new NpgsqlConnectionStringBuilder("Host=shop.postgres.database.azure.com;Username=u;SSL Mode=VerifyFull");""")]
    [InlineData("""var builder = new NpgsqlConnectionStringBuilder(text); builder["PWD"] = {|AADPG0005:token.Token|};""", """var builder = new NpgsqlConnectionStringBuilder(text);""")]
    [InlineData("""var builder = new NpgsqlConnectionStringBuilder(text); builder.Add("Password", {|AADPG0005:token.Token|});""", """var builder = new NpgsqlConnectionStringBuilder(text);""")]
    public Task TokenOnABuilder_IsLeftToTheCredential(string before, string after) => VerifyAsync<ReplaceTokenCodeFix>(
        Method($$"""
            await Task.Yield();
            var token = await _credential.{{Request}};
            {{before}}
            await using var connection = new NpgsqlConnection(builder.ConnectionString);
            await using var source = NpgsqlDataSource.Create(builder.ToString());
        """),
        Method($$"""
            await Task.Yield();
            {{after}}
            await using var connection = AadNpgsqlDataSource.Shared(builder.ConnectionString, _credential).CreateConnection();
            await using var source = new NpgsqlDataSourceBuilder(builder.ToString()).UseAadAuthentication(_credential).Build();
        """));

    /// <summary>EF Core makes a data source for each credential that it is given, so the kept one goes along.</summary>
    [Theory]
    [InlineData("static readonly TokenCredential s_credential = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);", "s_credential")]
    [InlineData("readonly TokenCredential credential = new AzureCliCredential();", "this.credential")]
    public Task TokenInADbContext_IsLeftToTheCredentialThatIsKept(string kept, string name) => VerifyAsync<ReplaceTokenCodeFix>(
        $$"""
        using AadPg;
        using Microsoft.EntityFrameworkCore;
        {{Usings}}
        class Shop : DbContext
        {
            {{kept}}

            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
                var token = {{name}}.GetToken(new TokenRequestContext(["{{Scope}}"]), default);
                options.UseNpgsql($"{{Start}};Password={{Marked}}", npgsql => npgsql.EnableRetryOnFailure());
            }
        }
        """,
        $$"""
        using AadPg;
        using Microsoft.EntityFrameworkCore;
        {{Usings}}
        class Shop : DbContext
        {
            {{kept}}

            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
                options.UseNpgsql(AadNpgsqlDataSource.Shared($"{{Start}}", {{name}}), npgsql => npgsql.EnableRetryOnFailure());
            }
        }
        """);

    [Fact]
    public Task OnlyAwait_Stays() => VerifyAsync<ReplaceTokenCodeFix>(
        Method($$"""
            var token = await _credential.{{Request}};
            new NpgsqlConnection($"{{Start}};Password={{Marked}}").Open();
        """),
        Method($$"""
            var token = await _credential.{{Request}};
            AadNpgsqlDataSource.Shared($"{{Start}}", _credential).CreateConnection().Open();
        """));

    [Theory]
    [InlineData("var token = await _credential." + Request + "; Console.WriteLine(token.ExpiresOn); _ = new NpgsqlConnection($\"" + Start + ";Password={{|AADPG0005:token.Token|}}\");")]
    [InlineData("var token = await _credential.GetTokenAsync(new TokenRequestContext([text]), default); _ = new NpgsqlConnection($\"" + Start + ";Password={{|AADPG0005:token.Token|}}\");")]
    [InlineData("var token = await new AzureCliCredential()." + Request + "; _ = new NpgsqlConnection($\"" + Start + ";Password={{|AADPG0005:token.Token|}}\");")]
    [InlineData("var token = await _credential." + Request + "; _ = new NpgsqlConnection($\"Host=10.0.0.1;Username=u;SSL Mode=VerifyFull;Password={{|AADPG0005:token.Token|}}\");")]
    [InlineData("var token = await _credential." + Request + "; _ = new NpgsqlConnection($\"Host=shop.postgres.database.azure.com;SSL Mode=VerifyFull;Password={{|AADPG0005:token.Token|}}\");")]
    [InlineData("var token = await _credential." + Request + "; var c = $\"" + Start + ";Password={{|AADPG0005:token.Token|}}\"; _ = new NpgsqlConnection(c); Console.WriteLine(c.Length);")]
    public Task TokenThatIsNeededOrWhoseLoginIsNotSure_IsLeftAlone(string statements) => VerifyAsync<ReplaceTokenCodeFix>(Method(statements), Method(statements));

    private static string Method(string statements) => "using AadPg;\n" + Members($$"""
            async Task M(string text)
            {
        {{statements}}
            }
        """);
}
