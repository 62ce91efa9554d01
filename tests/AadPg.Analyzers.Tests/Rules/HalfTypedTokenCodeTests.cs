using System.Collections.Immutable;
using AadPg.Analyzers.Tokens;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Analyzers.Tests.Rules;

public class HalfTypedTokenCodeTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = [new ConnectionStringAnalyzer(), new CertificateCallbackAnalyzer(), new PasswordProviderAnalyzer(), new SecretUseAnalyzer()];

    [Theory]
    [InlineData("NpgsqlDataSourceBuilder b = b.EnableParameterLogging(); b.UsePasswordProvider(_ => \"\", (_, _) => default);")]
    [InlineData("NpgsqlDataSourceBuilder a = b, b = a; a.UsePasswordProvider(_ => \"\", (_, _) => default);")]
    [InlineData("TimeSpan a = b, b = a, c = c; new NpgsqlDataSourceBuilder(\"\").UsePeriodicPasswordProvider((_, _) => default, a, c);")]
    [InlineData("string s = credential.GetToken(default, default).Token + s, t = s + u, u = t; Console.WriteLine(u);")]
    [InlineData("Func<string> f = () => credential.GetToken(default, default).Token + g(), g = () => f(); Console.WriteLine(f());")]
    [InlineData("string s = \"\", t = \"\"; Action a = () => { s = t + credential.GetToken(default, default).Token; t = s; }; Console.WriteLine(s);")]
    [InlineData("string L(string x) => L(x + credential.GetToken(default, default).Token); _ = new NpgsqlConnection(\"Password=\" + L(\"\")); new NpgsqlConnection($\"Host=h;Database={L(\"\")}\");")]
    [InlineData("TimeSpan a = b + a, b = a.Subtract(b); new NpgsqlDataSourceBuilder(\"\").UsePeriodicPasswordProvider((_, _) => default, b, a);")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder { Password = credential.GetToken(")]
    [InlineData("var b = new System.Text.StringBuilder(); b.Append(credential.GetToken(default, default).Token).Append(b")]
    [InlineData("new NpgsqlConnection($\"Host={")]
    [InlineData("new NpgsqlDataSourceBuilder(\"\").UsePasswordProvider(")]
    [InlineData("new NpgsqlDataSourceBuilder(\"\").UsePasswordProvider(_ => new DefaultAzureCredential(")]
    [InlineData("new NpgsqlDataSourceBuilder(\"\").UsePasswordProvider(_ => { throw ; }, M)")]
    [InlineData("new NpgsqlDataSourceBuilder(\"\").UsePasswordProvider(_ => credential.GetToken(new TokenRequestContext([\"x\", ..]), default).Token, null)")]
    [InlineData("new NpgsqlDataSourceBuilder(\"\").UsePeriodicPasswordProvider(M, TimeSpan.FromMinutes(1e300), new TimeSpan(int.MaxValue, int.MaxValue, int.MaxValue)")]
    [InlineData("new NpgsqlDataSourceBuilder(\"\").UseUserCertificateValidationCallback((_, _, _, _) => ")]
    [InlineData("new NpgsqlConnection(\"postgres://@:@/\"); new NpgsqlConnection(\"postgres://:\"); new NpgsqlConnection(\"host='\"); new NpgsqlConnection(\"user= password=\\\\\");")]
    public async Task HalfTypedCode_IsNoReasonToFailOrHang(string statements)
    {
        var tree = CSharpSyntaxTree.ParseText(VerifyRule<PasswordProviderAnalyzer>.Usings + "class C { void M(TokenCredential credential) { " + statements + " } }", cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create("HalfTyped", [tree], TestReferences.All).WithAnalyzers(s_analyzers);

        var diagnostics = await compilation.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
    }
}
