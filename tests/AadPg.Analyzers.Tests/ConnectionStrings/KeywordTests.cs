using System.ComponentModel;
using System.Reflection;
using AadPg.Analyzers.ConnectionStrings;
using Npgsql;

namespace AadPg.Analyzers.Tests.ConnectionStrings;

public class KeywordTests
{
    [Fact]
    public void EveryPropertyOfNpgsqlsBuilder_IsAKeyword()
    {
        var names = typeof(NpgsqlConnectionStringBuilder).GetProperties()
            .Select(property => property.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName)
            .OfType<string>()
            .ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Equal(name, Keyword.Find(name)?.Name));
    }

    [Fact]
    public void EverySpelling_IsTakenByNpgsqlForTheSameSetting()
    {
        var builder = new NpgsqlConnectionStringBuilder();

        Assert.All(Keyword.All, keyword => Assert.All(keyword.Spellings, spelling =>
        {
            // ContainsKey on Npgsql's builder means "known keyword".
            Assert.True(builder.ContainsKey(spelling), spelling);
            Assert.Same(keyword, Keyword.Find(spelling.ToUpperInvariant()));
        }));
    }

    [Theory]
    [InlineData("Passwd")]
    [InlineData("Pass")]
    [InlineData("User")]
    [InlineData("Data Source")]
    [InlineData("dbname")]
    [InlineData("ssl_mode")]
    [InlineData("ssl-mode")]
    [InlineData("SSL")]
    [InlineData("Encrypt")]
    [InlineData("Authentication")]
    [InlineData("")]
    public void SpellingThatNpgsqlRefuses_IsNoKeyword(string spelling)
    {
        Assert.Null(Keyword.Find(spelling));
        Assert.False(new NpgsqlConnectionStringBuilder().ContainsKey(spelling));
    }
}
