namespace AadPg.CodeFixes.Tests.Tokens;

/// <summary>Frames for test sources about tokens.</summary>
internal static class TokenSources
{
    public const string Usings = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Azure.Core;
        using Azure.Identity;
        using Microsoft.Extensions.DependencyInjection;
        using Npgsql;

        """;

    public const string Scope = "https://ossrdbms-aad.database.windows.net/.default";

    /// <summary>Members of a class with the field <c>_credential</c>.</summary>
    public static string Members(string members) => $$"""
        {{Usings}}
        class C
        {
            private readonly TokenCredential _credential = new DefaultAzureCredential();

        {{members}}
        }
        """;

    public static Task VerifyAsync<TFix>(string before, string after, bool runtime = true)
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() => FixTest<TFix>.Of([before], [after], runtime: runtime).RunAsync();
}
