using AadPg.Generators.Emit;
using AadPg.Generators.Specs;
using AadPg.Tests.Shared;
using CsCheck;
using Npgsql;

namespace AadPg.Generators.Tests.Emit;

/// <summary>The driver reads back exactly what the attribute says.</summary>
public class ConnectionStringTextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("a;b")]
    [InlineData("a=b")]
    [InlineData(" blanks around ")]
    [InlineData("it's")]
    [InlineData("\"quoted\"")]
    [InlineData("'quoted'")]
    [InlineData("\"both' kinds\"")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("''\"\"")]
    [InlineData("line\r\nbreak\ttab\u0001")]
    [InlineData("no-break\u00a0blank\u2028line")]
    [InlineData("x;Password=y;Host=evil.example")]
    [InlineData("日本語 \U0001F600 é")]
    public void AwkwardValue_RoundTrips(string value) => AssertRoundTrips(value, value, value);

    [Fact]
    [Trait("Category", "Fuzz")]
    public void AnyValue_RoundTrips()
    {
        var text = Gen.OneOf(
                Gen.Char["abc;='\" \t\r\nPasswordHost,@\\{}\u00e9\u4e2d"].Array[1, 12].Select(static characters => new string(characters)),
                Gen.String[1, 12])
            .Where(static text => !string.IsNullOrWhiteSpace(text) && !text.Contains('\0', StringComparison.Ordinal));

        Gen.Select(text, text, text).Sample(AssertRoundTrips, seed: FuzzBudget.Seed, iter: FuzzBudget.Iterations(20_000), time: FuzzBudget.Time, threads: 2);
    }

    private static void AssertRoundTrips(string database, string username, string applicationName)
    {
        var builder = new NpgsqlConnectionStringBuilder(ConnectionStringText.Create(new ConnectionSettingsSpec
        {
            Keywords = new(
            [
                new("Host", "h.example"),
                new("Database", database),
                new("Username", username),
                new("SSL Mode", "VerifyFull"),
                new("Application Name", applicationName),
            ]),
        }));

        Assert.Equal("h.example", builder.Host);
        Assert.Equal(database, builder.Database);
        Assert.Equal(username, builder.Username);
        Assert.Equal(applicationName, builder.ApplicationName);
        Assert.Equal(SslMode.VerifyFull, builder.SslMode);
        Assert.Null(builder.Password);
    }
}
