using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Logins;

/// <summary>Without the AadPg runtime: by Npgsql's own password provider, and a class of the project's with one credential of Azure.Identity.</summary>
/// <param name="file">The class.</param>
internal sealed class ProviderLogin(ProviderFile file) : Login
{
    /// <summary>
    /// The login for the cloud of the sink's servers; null when the runtime is there, Azure.Identity is not, or a server is on this machine, which
    /// a token of Azure is not for.
    /// </summary>
    public static async Task<ProviderLogin?> FindAsync(SinkSite site, CancellationToken cancellationToken)
    {
        var isPossible = RuntimeApi.Find(site.Compilation) is null
            && site.Compilation.GetTypesByMetadataName("Azure.Identity.DefaultAzureCredential").Length == 1
            && LocalHosts.Of(site) is { Count: 0 };
        if (!isPossible)
            return null;

        var file = new ProviderFile(AzureServer.CloudOf(ParsedConnectionString.Parse(site.Text.Text)) ?? AzureServer.Clouds[0]);
        return await file.IsFreeAsync(site, cancellationToken).ConfigureAwait(false) ? new ProviderLogin(file) : null;
    }

    /// <summary>A slim builder has no TLS until it is enabled.</summary>
    public override string? CallOn(ITypeSymbol? builder, SinkSite site, SourceEdits edits)
    {
        if (builder is null || builder.GetMembers("UsePasswordProvider").IsEmpty)
            return null;

        file.AddTo(site.Document, edits);
        var isSlim = builder.Name == "NpgsqlSlimDataSourceBuilder";
        return $"{(isSlim ? ".EnableTransportSecurity()" : "")}.UsePasswordProvider({file.Name}.GetPassword, {file.Name}.GetPasswordAsync)";
    }

    public override (string Before, string After) SharedDataSource(SinkSite site, SourceEdits edits)
    {
        file.AddTo(site.Document, edits);
        return ($"{file.Name}.DataSource(", ")");
    }
}
