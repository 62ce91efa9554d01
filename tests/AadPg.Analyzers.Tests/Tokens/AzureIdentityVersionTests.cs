using System.Collections.Immutable;
using System.Reflection;
using AadPg.Analyzers.Tokens;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Analyzers.Tests.Tokens;

/// <summary>
/// Up to 1.14, the credentials are in the assembly Azure.Identity; later they are in Azure.Core, and Azure.Identity forwards to them. The rules
/// know them in both.
/// </summary>
public class AzureIdentityVersionTests
{
    private const string Source = VerifyRule<PasswordProviderAnalyzer>.Usings + """
        class C
        {
            private static readonly TokenCredential s_credential = new DefaultAzureCredential();

            void M(string text)
            {
                new NpgsqlDataSourceBuilder(text).UsePeriodicPasswordProvider(
                    async (_, c) => (await new DefaultAzureCredential().GetTokenAsync(new TokenRequestContext(new[] { "https://vault.azure.net/.default" }), c)).Token,
                    TimeSpan.FromHours(1),
                    TimeSpan.FromSeconds(1));
                new NpgsqlDataSourceBuilder(text).UsePasswordProvider(_ => s_credential.GetTokenAsync(default, default).AsTask().Result.Token, (_, _) => default);
                var token = s_credential.GetToken(default, default).Token;
                Console.WriteLine(token);
                _ = new NpgsqlConnection($"Host=h;Password={token}");
            }
        }
        """;

    private static readonly string[] s_expected =
    [
        RuleIds.TokenInConnectionString, RuleIds.TokenHeldTooLong, RuleIds.WrongTokenScope, RuleIds.CredentialPerConnection, RuleIds.BlockingTokenProvider, RuleIds.TokenLogged,
    ];

    [Fact]
    public async Task TypesInAzureCore_AreKnown()
    {
        Assert.Equal("Azure.Core", AssemblyOfCredential(Compile(TestReferences.All)));
        Assert.Equal(s_expected, await RulesAsync(Compile(TestReferences.All)));
    }

    [Fact]
    public async Task TypesInAzureIdentity_AreKnown()
    {
        var compilation = Compile([.. TestReferences.All.Where(reference => !IsAzure(reference)), MetadataReference.CreateFromFile(PathOf("OldAzureCore")), MetadataReference.CreateFromFile(PathOf("OldAzureIdentity"))]);

        Assert.Equal("Azure.Identity", AssemblyOfCredential(compilation));
        Assert.Equal(s_expected, await RulesAsync(compilation));
    }

    private static bool IsAzure(MetadataReference reference) => Path.GetFileName(reference.Display)!.StartsWith("Azure.", StringComparison.Ordinal);

    private static string PathOf(string key) =>
        typeof(AzureIdentityVersionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;

    private static string? AssemblyOfCredential(Compilation compilation) =>
        compilation.GetTypesByMetadataName("Azure.Identity.DefaultAzureCredential").Single().ContainingAssembly.Name;

    private static CSharpCompilation Compile(IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        "test", [CSharpSyntaxTree.ParseText(Source, cancellationToken: TestContext.Current.CancellationToken)], references, new(OutputKind.DynamicallyLinkedLibrary));

    private static async Task<IEnumerable<string>> RulesAsync(CSharpCompilation compilation)
    {
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var diagnostics = await compilation
            .WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new PasswordProviderAnalyzer(), new SecretUseAnalyzer()))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return diagnostics.Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal);
    }
}
