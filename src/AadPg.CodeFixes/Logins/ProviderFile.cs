using AadPg.Analyzers.Rules;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Logins;

/// <summary>The file with the class that gives tokens of one credential to Npgsql, for one cloud.</summary>
/// <param name="cloud">The cloud.</param>
internal sealed class ProviderFile(AzureServer cloud)
{
    /// <summary>The class's name. It stands in the global namespace, so that the whole project shares one credential.</summary>
    public string Name => cloud.HostSuffix switch
    {
        ".postgres.database.chinacloudapi.cn" => "AzureChinaPostgresLogin",
        ".postgres.database.usgovcloudapi.net" => "AzureUSGovernmentPostgresLogin",
        _ => "AzurePostgresLogin",
    };

    private string Text => $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Threading;
        using System.Threading.Tasks;
        using Azure.Core;
        using Azure.Identity;
        using Npgsql;

        /// <summary>Logs in to Azure Database for PostgreSQL with the tokens of one credential.</summary>
        internal static class {{Name}}
        {
            private static readonly TokenCredential s_credential = new DefaultAzureCredential();
            private static readonly TokenRequestContext s_request = new TokenRequestContext(new[] { "{{cloud.Scope}}" });
            private static readonly ConcurrentDictionary<string, Lazy<NpgsqlDataSource>> s_dataSources = new ConcurrentDictionary<string, Lazy<NpgsqlDataSource>>();

            public static string GetPassword(NpgsqlConnectionStringBuilder settings) => s_credential.GetToken(s_request, CancellationToken.None).Token;

            public static async ValueTask<string> GetPasswordAsync(NpgsqlConnectionStringBuilder settings, CancellationToken cancellationToken) =>
                (await s_credential.GetTokenAsync(s_request, cancellationToken).ConfigureAwait(false)).Token;

            /// <summary>The one data source, and with it the one connection pool, of a connection string.</summary>
            public static NpgsqlDataSource DataSource(string connectionString) => s_dataSources.GetOrAdd(connectionString, text => new Lazy<NpgsqlDataSource>(() => Build(text))).Value;

            private static NpgsqlDataSource Build(string connectionString) => new NpgsqlDataSourceBuilder(connectionString).UsePasswordProvider(GetPassword, GetPasswordAsync).Build();
        }

        """.Replace("\r\n", "\n");

    /// <summary>Nothing of the name is there, or the class itself, from another fix.</summary>
    public async Task<bool> IsFreeAsync(SinkSite site, CancellationToken cancellationToken)
    {
        foreach (var symbol in site.Model.LookupSymbols(site.Operation.Syntax.SpanStart, name: Name))
        {
            if (symbol.DeclaringSyntaxReferences is not [{ SyntaxTree: var tree }] || (await tree.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString() != Text)
                return false;
        }

        return true;
    }

    public void AddTo(Document neighbour, SourceEdits edits)
    {
        if (!neighbour.Project.Documents.Any(document => document.Name == Name + ".cs"))
            edits.AddFile(neighbour.Project.Documents.OrderBy(document => document.Folders.Count).ThenBy(document => document.Name, StringComparer.Ordinal).First(), Name + ".cs", Text);
    }
}
