using AadPg.Analyzers;
using AadPg.CodeFixes.Tests.Offered;
using Microsoft.CodeAnalysis.CodeFixes;
using static AadPg.CodeFixes.Tests.Sources;

namespace AadPg.CodeFixes.Tests;

/// <summary>Entity Framework 6's connection strings: edits stay within the quotes of the string inside, and nothing is made of the whole that only Npgsql's own can be.</summary>
public class EntityFrameworkTests
{
    private const string Metadata = "metadata=res://*/M.csdl;provider=Npgsql;provider connection string=";

    [Theory]
    [InlineData("\"" + Metadata + "'Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=VerifyFull';App=EF\"", "\"" + Metadata + "'Host=db.example.com;SSL Mode=VerifyFull';App=EF\"")]
    [InlineData("\"" + Metadata + "'Host=db.example.com;SSL Mode=VerifyFull;Protocol=3;{|AADPG0001:Password=hunter2|};'\"", "\"" + Metadata + "'Host=db.example.com;SSL Mode=VerifyFull;Protocol=3;'\"")]
    [InlineData("{|AADPG0001:\"" + Metadata + "\\\"Host=db.example.com;SSL Mode=VerifyFull;Password=\\\"\\\"a;b\\\"\\\"\\\"\"|}", "\"" + Metadata + "\\\"Host=db.example.com;SSL Mode=VerifyFull\\\"\"")]
    [InlineData("{|AADPG0001:@\"" + Metadata + "\"\"Host=db.example.com;Password=hunter2;SSL Mode=VerifyFull\"\"\"|}", "@\"" + Metadata + "\"\"Host=db.example.com;SSL Mode=VerifyFull\"\"\"")]
    public async Task Password_IsRemovedFromTheStringInside_AndNothingElseIsOffered(string before, string after)
    {
        var solution = EveryFix.Create([Source(before)]);
        var finding = Assert.Single(await EveryFix.FindingsAsync(solution), finding => finding.Id == RuleIds.StaticPassword);

        var action = Assert.Single(await EveryFix.ActionsAsync(solution, finding));

        Assert.Equal("Remove the static password", action.Title);
        Assert.Equal([Source(after)], await FixRunner.TextsAsync(await FixRunner.ApplyAsync(action)));
    }

    [Theory]
    [InlineData("{|AADPG0002:\"" + Metadata + "'Host=db.example.com';App=EF\"|}", "\"" + Metadata + "'Host=db.example.com;SSL Mode=VerifyFull';App=EF\"")]
    [InlineData("\"" + Metadata + "'{|AADPG0002:SSL Mode=Disable|};Host=db.example.com'\"", "\"" + Metadata + "'SSL Mode=VerifyFull;Host=db.example.com'\"")]
    [InlineData("{|AADPG0002:\"" + Metadata + "\\\"Host=db.example.com;\\\"\"|}", "\"" + Metadata + "\\\"Host=db.example.com;SSL Mode=VerifyFull;\\\"\"")]
    [InlineData("{|AADPG0002:$\"" + Metadata + "'Host={text}'\"|}", "$\"" + Metadata + "'Host={text};SSL Mode=VerifyFull'\"")]
    public Task Mode_IsSetInTheStringInside(string before, string after) => Verify<SetSslModeCodeFix>(before, after);

    [Theory]
    [InlineData("{|AADPG0002:\"" + Metadata + "'Host=db.example.com;SSL=True'\"|}")]
    [InlineData("\"" + Metadata + "'Host=db.example.com;Protocol=3;{|AADPG0002:SSL Mode=Prefer|}'\"")]
    public Task ModeBesideOldKeywords_HasNoFix(string text) => Verify<SetSslModeCodeFix>(text, text);

    [Fact]
    public Task ValueOfACaller_HasNoFix()
    {
        const string Source = Usings + Library + "public class C { public object M(string name) => new System.Data.Entity.DbContext($\"" + Metadata + "'Host=localhost;Database={{|AADPG0013:name|}}'\"); }";
        return FixTest<SetThroughBuilderCodeFix>.Of(Source, Source).RunAsync();
    }

    [Fact]
    public Task LoggedString_HasNoFix()
    {
        const string Source = Usings + Library + "class C { string Text => \"" + Metadata + "'Host=localhost;{|AADPG0003:Password=hunter2|}'\"; void M() { Console.WriteLine({|AADPG0014:Text|}); _ = new System.Data.Entity.DbContext(Text); } }";
        return FixTest<HideSecretCodeFix>.Of(Source, Source).RunAsync();
    }

    /// <summary>Npgsql reads no such text, so that a login for it would not help.</summary>
    [Fact]
    public Task StringThatNpgsqlIsGiven_HasNoLogin()
    {
        var source = Statements("_ = NpgsqlDataSource.Create(\"" + Metadata + "'Host=db.example.com;Username=u;{|AADPG0001:Password=hunter2|};SSL Mode=VerifyFull'\");");
        return FixTest<UseAadAuthenticationCodeFix>.Of(source, source).RunAsync();
    }

    private const string Library = "namespace System.Data.Entity { public class DbContext { public DbContext(string nameOrConnectionString) { } } }\n";

    private static Task Verify<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() => FixTest<TFix>.Of(Source(before), Source(after)).RunAsync();

    private static string Source(string text) => $"{Usings}{Library}class C {{ object M(string text) => new System.Data.Entity.DbContext({text}); }}";
}
