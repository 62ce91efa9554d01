using Npgsql;

namespace AadPg.Analyzers.Tests.Rules;

public class InvalidConnectionStringTests
{
    private static readonly VerifyRule<ConnectionStringAnalyzer> s_rule = new(RuleIds.InvalidConnectionString);

    [Theory]
    [InlineData("Host=h;{|AADPG0012:Encrypt|}=true")]
    [InlineData("Host=h;{|AADPG0012:Authentication|}=Active Directory Default")]
    [InlineData("Host=h;{|AADPG0012:User|}=u")]
    [InlineData("{|AADPG0012:Data Source|}=h;Database=d")]
    [InlineData("Host=h;{|AADPG0012:Integrated Security|}=true")]
    [InlineData("Host=h;{|AADPG0012:ssl-mode|}=require")]
    [InlineData("Host=h;{|AADPG0012:no such word|}=1")]
    [InlineData("Host=h;Password=a;{|AADPG0012:b|}=c")]
    [InlineData("Host=h;{|AADPG0012:Schema|}=")]
    [InlineData("Host=h;{|AADPG0012:SSL Mode=verify-full|}")]
    [InlineData("Host=h;{|AADPG0012:SslMode=Required|}")]
    [InlineData("Host=h;{|AADPG0012:SSL Mode=''|}")]
    [InlineData("Host=h;{|AADPG0012:SSL Mode=on|};Database=d")]
    [InlineData("Host=h;{|AADPG0012:nonsense|};Database=d")]
    [InlineData("Host=h;{|AADPG0012:Password='unclosed|};Database=d")]
    [InlineData("{|AADPG0012:postgres://u@h/d|}")]
    [InlineData("{|AADPG0012:postgresql://u@h/d?sslmode=require|}")]
    [InlineData("{|AADPG0012:metadata=res://*/M.csdl;provider=Npgsql;provider connection string='Host=h'|}")]
    public Task WhatNpgsqlRefuses_Triggers(string text)
    {
        Assert.ThrowsAny<Exception>(() => new NpgsqlConnectionStringBuilder(text.Replace("{|AADPG0012:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)));
        return s_rule.ConnectionString($"\"{text}\"");
    }

    [Theory]
    [InlineData("host=h user=u dbname=d")]
    [InlineData("host=h port=5432 password='a b' user=u")]
    [InlineData("host = h  sslmode = require")]
    public Task LibpqForm_Triggers(string text)
    {
        Assert.Null(new NpgsqlConnectionStringBuilder(text).Username);
        return s_rule.ConnectionString($"\"{{|AADPG0012:{text}|}}\"");
    }

    [Fact]
    public Task LibpqFormWithHoles_Triggers() => s_rule.ConnectionString("""$"{|AADPG0012:host={text} user=u password={text}|}" """);

    [Theory]
    [InlineData("\"Host=h;Database=d;Username=u;SSL Mode=VerifyFull\"")]
    [InlineData("\"Host=h;Application Name=host of user=1\"")]
    [InlineData("\"Host=h;SSL Mode=\"")]
    [InlineData("\"Host=h;SSL Mode=${SSLMODE}\"")]
    [InlineData("\"Host=h;Encrypt\" + text")]
    [InlineData("\"nonsense\"")]
    [InlineData("text ?? \"NotFound\"")]
    [InlineData("\"nonsense\" + text")]
    [InlineData("$\"{text}nonsense\"")]
    [InlineData("$\"Host=h;{text}=1\"")]
    [InlineData("$\"Host=h;SSL Mode={text}\"")]
    [InlineData("\"<connection string>\"")]
    [InlineData("\"Host=h;${EXTRA}\"")]
    [InlineData("\"Name=ConnectionStrings:Shop\"")]
    [InlineData("\"\"")]
    [InlineData("text")]
    public Task WhatNpgsqlReadsOrAHoleMayExplain_DoesNotTrigger(string expression) => s_rule.ConnectionString(expression);

    [Theory]
    [InlineData("{|AADPG0001:hunter2|}", "postgres://u:", "@db.example.com/d?sslmode=require")]
    [InlineData("{|AADPG0001:password=hunter2|}", "host=db.example.com user=u ", "")]
    [InlineData("{|AADPG0003:password='hunter2'|}", "user=u ", " host=localhost")]
    [InlineData("{|AADPG0003:hunter2|}", "postgresql://u:", "@localhost:5432/d")]
    [InlineData("{|AADPG0002:sslmode=disable|}", "postgres://u@db.example.com/d?a=b&", "")]
    [InlineData("{|AADPG0002:sslmode=prefer|}", "host=db.example.com ", " user=u")]
    public Task WhatIsWeakInAForeignForm_IsReportedToo(string weakness, string before, string behind) =>
        Verify.ConnectionString($"\"{before}{weakness}{behind}\"");

    [Theory]
    [InlineData("postgres://u@h/d")]
    [InlineData("postgres://u@h/d?sslmode=require")]
    [InlineData("postgres://u:{text}@h/d")]
    [InlineData("postgres://u:<password>@h/d")]
    [InlineData("postgres://h/d:e@f")]
    [InlineData("postgres://")]
    public Task ForeignFormWithoutWeakness_DoesNotTriggerThoseRules(string text) => Verify.ConnectionString($"$\"{text}\"");
}
