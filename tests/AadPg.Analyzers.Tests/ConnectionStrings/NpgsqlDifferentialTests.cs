using AadPg.Analyzers.ConnectionStrings;
using AadPg.Tests.Shared;
using CsCheck;
using Npgsql;

namespace AadPg.Analyzers.Tests.ConnectionStrings;

/// <summary>Generated connection strings go through our parser and through Npgsql's builder: same answers, never an exception of ours.</summary>
public class NpgsqlDifferentialTests
{
    /// <summary>The keywords whose values Npgsql takes as they are, so that both sides can be compared character by character.</summary>
    private static readonly Dictionary<Keyword, Func<NpgsqlConnectionStringBuilder, string?>> s_settings = new()
    {
        [Keyword.Host] = builder => builder.Host,
        [Keyword.Database] = builder => builder.Database,
        [Keyword.Username] = builder => builder.Username,
        [Keyword.Password] = builder => builder.Password,
        [Keyword.Passfile] = builder => builder.Passfile,
        [Keyword.SslPassword] = builder => builder.SslPassword,
        [Keyword.RootCertificate] = builder => builder.RootCertificate,
    };

    private static readonly Gen<string> s_blank = Gen.OneOf("", "", "", " ", "\t", "\r\n", "  ");

    private static readonly Gen<string> s_key = Gen.Frequency(
        (12, Gen.OneOf([.. s_settings.Keys.SelectMany(keyword => keyword.Spellings)])),
        (3, Gen.OneOf("SSL Mode", "sslmode", "SslMode")),
        (1, Gen.OneOf("Passwd", "User", "ssl-mode", "==", "a==b", "Data Source", "")));

    private static readonly Gen<string> s_value = Gen.Frequency(
        (4, Gen.OneOf("h", "secret", "a b", "a=b", "x,y:5433", "/tmp", "p@ss'word", "ä€😀", "a\tb")),
        (2, Gen.OneOf("'a;b'", "\"a;b\"", "'a''b'", "\"a\"\"b\"", "' a '", "''", "\"\"", "'\"'")),
        (2, Gen.OneOf("Require", "prefer", "VERIFYFULL", "3", " Disable ", "Require,Allow", "verify-full", "Required", "17", "-1")),
        (1, Gen.Const("")),
        (1, Gen.OneOf("'a", "a'", "\"", "'a'b", "a\u0001b", "\u0001", "a\0", "\0b", "''' '")),
        (1, Gen.Char["aA;='\" \t\n\0\u0001\u00A0,{}"].Array[0, 8].Select(characters => new string(characters))));

    private static readonly Gen<string> s_connectionString =
        from entries in Gen.Select(s_blank, s_key, s_blank, s_blank, s_value, s_blank, (a, key, b, c, value, d) => a + key + b + "=" + c + value + d).List[0, 6]
        from separator in Gen.OneOf(";", ";", ";", "; ", ";;", " ; ")
        from tail in Gen.OneOf("", "", ";", " ", ";;", "garbage", "=", "\0", "\0 \0", "; \0x")
        select string.Join(separator, entries) + tail;

    [Fact]
    [Trait("Category", "Fuzz")]
    public void GeneratedStrings_GiveTheSameAnswersAsNpgsql()
    {
        var read = 0;
        var refused = 0;
        s_connectionString.Sample(text => Interlocked.Increment(ref Check(text) ? ref read : ref refused), seed: FuzzBudget.Seed, iter: FuzzBudget.Iterations(20_000), time: FuzzBudget.Time);

        // Both answers must be well represented, or the comparison proves nothing.
        Assert.True(read > 2_000, $"{read} read");
        Assert.True(refused > 2_000, $"{refused} refused");
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void GarbageStrings_GiveTheSameAnswersAsNpgsql() =>
        Gen.Char["Pwd=;'\" \t\n\0\u0001h"].Array[0, 12].Select(characters => new string(characters)).Sample(text => { Check(text); }, seed: FuzzBudget.Seed, iter: FuzzBudget.Iterations(20_000), time: FuzzBudget.Time);

    private static bool Check(string text)
    {
        var parsed = ParsedConnectionString.Parse(text);
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException)
        {
            // Npgsql throws the latter for an unknown keyword without a value.
            Assert.True(IsRefused(parsed), $"Npgsql refuses {Show(text)}");
            return false;
        }

        Assert.False(IsRefused(parsed), $"Npgsql reads {Show(text)}");
        foreach (var (keyword, value) in s_settings)
            Assert.True((value(builder) ?? "") == (parsed.Get(keyword).KnownValue ?? ""), $"{keyword} of {Show(text)}");

        var mode = parsed.Get(Keyword.SslMode).KnownValue is { } written ? SslModes.Parse(written) : SslModes.Default;
        Assert.True((int)builder.SslMode == (int?)mode, $"SSL Mode of {Show(text)}");
        return true;
    }

    private static bool IsRefused(ParsedConnectionString parsed) =>
        parsed.IsMalformed
        || parsed.Entries.Any(entry => entry.Keyword is null)
        || parsed.Entries.Any(entry => entry.Keyword == Keyword.SslMode && !entry.IsReset && SslModes.Parse(entry.Value) is null);

    private static string Show(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
