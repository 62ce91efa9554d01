using System.Collections.Immutable;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Analyzers.Tests.ConfigFiles;

public class ConfigFileAnalyzerTests
{
    private const string Settings = """{ "ConnectionStrings": { "Shop": "Host=db.example.com;Database=a;Username=b;Password=C4nary;SSL Mode=Require" } }""";

    // FileLinePositionSpan prints lines and columns from zero on.
    [Theory]
    [InlineData("{\n  \"a\": \"Host=localhost;Search Path=a;Password=C4nary\"\n}", "(1,37)-(1,52)")]
    [InlineData("{\r\n  \"a\": \"Host=localhost;Search Path=a;Password=C4nary\"\r\n}", "(1,37)-(1,52)")]
    [InlineData("{\n\t\"ä😀\": \"Host=localhost;Search Path=a;Password=C4nary\"\n}", "(1,38)-(1,53)")]
    public async Task Diagnostic_IsAtTheEntry(string text, string place)
    {
        var diagnostic = Assert.Single(await AnalyzeAsync("/app/appsettings.json", text));

        Assert.Equal("AADPG0003", diagnostic.Id);
        Assert.Equal($"/app/appsettings.json: {place}", diagnostic.Location.GetLineSpan().ToString());
        Assert.DoesNotContain("C4nary", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ByteOrderMark_DoesNotMoveTheColumn()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "PGPASSWORD=C4nary"u8];
        var diagnostic = Assert.Single(await AnalyzeAsync("/app/.env", SourceText.From(bytes, bytes.Length)));

        Assert.Equal("/app/.env: (0,11)-(0,17)", diagnostic.Location.GetLineSpan().ToString());
    }

    [Fact]
    public async Task ReferencedDriver_DecidesWhatIsAmbiguous()
    {
        Assert.Equal(["AADPG0001"], (await AnalyzeAsync("/app/appsettings.json", Settings.Replace("SSL Mode=Require", "SSL Mode=VerifyFull", StringComparison.Ordinal))).Select(diagnostic => diagnostic.Id));
        Assert.Empty(await AnalyzeAsync("/app/appsettings.json", Settings.Replace("SSL Mode=Require", "SSL Mode=VerifyFull", StringComparison.Ordinal), npgsql: false));
        Assert.NotEmpty(await AnalyzeAsync("/app/appsettings.json", Settings, npgsql: false));
    }

    [Theory]
    [InlineData("aadpg_scan_files", "false", "")]
    [InlineData("aadpg_scan_files", "true", "AADPG0001 AADPG0004")]
    [InlineData("aadpg_local_hosts", "db.example.com", "AADPG0003")]
    [InlineData("aadpg_minimum_ssl_mode", "verify_full", "AADPG0001 AADPG0002")]
    public async Task Setting_IsRead(string key, string value, string ids) =>
        Assert.Equal(ids, string.Join(' ', (await AnalyzeAsync("/app/appsettings.json", Settings, options: new() { [key] = value })).Select(diagnostic => diagnostic.Id)));

    [Fact]
    public async Task FileOverTheLimit_IsNotRead()
    {
        const int Limit = 8 * 1024 * 1024;
        Assert.NotEmpty(await AnalyzeAsync("/app/appsettings.json", Settings + new string(' ', Limit - Settings.Length)));
        Assert.Empty(await AnalyzeAsync("/app/appsettings.json", Settings + new string(' ', Limit - Settings.Length + 1)));
    }

    [Theory]
    [InlineData("appsettings.json", "{ ", "\"Feature\": { \"Name\": \"a=b\", \"Weight\": 12 },\n", "\"Postgres\": \"Host=db;PWD=C4nary;SSL Mode=VerifyFull\" }")]
    [InlineData("values.yaml", "", "feature:\n  list: [ a=b, { c: d } ]\n", "postgres: Host=db;PWD=C4nary;SSL Mode=VerifyFull\n")]
    [InlineData("web.config", "<a>", "<add key=\"feature\" value=\"a=b\" />\n", "<add key=\"Postgres\" value=\"Host=db;PWD=C4nary;SSL Mode=VerifyFull\" /></a>")]
    [InlineData(".env", "", "FEATURE=a=b\n", "POSTGRES=Host=db;PWD=C4nary;SSL Mode=VerifyFull\n")]
    public async Task FileOfFiveMegabytes_IsReadToItsEnd(string name, string start, string middle, string end)
    {
        var text = new System.Text.StringBuilder(start).Insert(start.Length, middle, 5 * 1024 * 1024 / middle.Length).Append(end).ToString();
        var diagnostic = Assert.Single(await AnalyzeAsync("/app/" + name, text));
        Assert.Equal("PWD=C4nary", text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.Equal(text.AsSpan().Count('\n') - (end.EndsWith('\n') ? 1 : 0), diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public async Task FileOfAnotherName_IsNotRead() => Assert.Empty(await AnalyzeAsync("/app/appsettings.txt", Settings));

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string path, string text, bool npgsql = true, Dictionary<string, string>? options = null) =>
        AnalyzeAsync(path, SourceText.From(text), npgsql, options);

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string path, SourceText text, bool npgsql = true, Dictionary<string, string>? options = null)
    {
        var source = npgsql ? "class C { Npgsql.NpgsqlConnection? f; }" : "class C;";
        var compilation = CSharpCompilation.Create(
            "App", [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)], npgsql ? TestReferences.All : TestReferences.WithoutNpgsql);
        var analyzerOptions = new AnalyzerOptions([new File(path, text)], new Options(options ?? []));
        return compilation.WithAnalyzers([new ConfigFileAnalyzer()], analyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    private sealed class File(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new OfFile([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new OfFile(values);
    }

    private sealed class OfFile(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
