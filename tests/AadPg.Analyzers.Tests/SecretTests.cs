using System.Collections.Immutable;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Analyzers.Tests;

/// <summary>No analyzer repeats a secret, wherever it stands: not in a message, a property, a title or a location's path.</summary>
public class SecretTests
{
    private const string Canary = "C4nary-5ecret";

    private const string Source = $$"""
        using System;
        using Microsoft.EntityFrameworkCore;
        using Npgsql;

        class C
        {
            const string Text = "Host=db.example.com;Username=u@db;Password={{Canary}}";

            void M(DbContextOptionsBuilder options, string text)
            {
                _ = new NpgsqlConnection(Text);
                _ = new NpgsqlConnection("Host=db.example.com;PWD='{{Canary}}';{{Canary}}=x;SSL Mode={{Canary}}");
                _ = new NpgsqlConnection("Host=db.example.com;Password={{Canary}}'");
                _ = new NpgsqlConnection("host=db.example.com user=u password={{Canary}}");
                _ = new NpgsqlConnection("postgres://u:{{Canary}}@db.example.com/d");
                _ = new NpgsqlConnection($"Host={text};Password={{Canary}};Trust Server Certificate=true;SSL Mode=Require");
                _ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", Password = "{{Canary}}", SslMode = SslMode.Prefer };
                _ = new NpgsqlDataSourceBuilder("Host=db.example.com;Password={{Canary}}").UsePasswordProvider(_ => "{{Canary}}", (_, _) => new("{{Canary}}"));
                options.UseNpgsql("Host=a.postgres.database.azure.com;Password={{Canary}}");
                Environment.SetEnvironmentVariable("PGPASSWORD", "{{Canary}}");
                Console.WriteLine(new NpgsqlConnectionStringBuilder("Host=localhost;Password={{Canary}}").Password);
            }
        }
        """;

    [Fact]
    public async Task NoDiagnostic_HoldsTheSecret()
    {
        var compilation = CSharpCompilation.Create("test", [CSharpSyntaxTree.ParseText(Source, cancellationToken: TestContext.Current.CancellationToken)], TestReferences.All, new(OutputKind.DynamicallyLinkedLibrary));
        var files = ImmutableArray.Create<AdditionalText>(
            new File("appsettings.json", $$"""{ "ConnectionStrings": { "Postgres": "Host=db.example.com;Username=u;Password={{Canary}}" } }"""),
            new File("docker-compose.yml", $"services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: {Canary}\n"),
            new File(".pgpass", $"db.example.com:5432:d:u:{Canary}\n"));

        var diagnostics = await compilation
            .WithAnalyzers(AllAnalyzers.Create(), new AnalyzerOptions(files))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.True(diagnostics.Select(diagnostic => diagnostic.Id).Distinct().Count() >= 7, string.Join(' ', diagnostics.Select(diagnostic => diagnostic.Id)));
        Assert.Equal(files.Length, diagnostics.Select(diagnostic => diagnostic.Location.GetLineSpan().Path).Where(path => path.Length > 0).Distinct().Count());
        Assert.All(diagnostics, diagnostic =>
        {
            Assert.DoesNotContain(Canary, diagnostic.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(Canary, string.Join(' ', diagnostic.Properties), StringComparison.Ordinal);
        });
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
