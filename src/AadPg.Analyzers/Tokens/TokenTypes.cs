using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Tokens;

/// <summary>Azure's types for credentials and tokens, which are in Azure.Core, whatever assembly an app takes them from.</summary>
internal sealed class TokenTypes
{
    private TokenTypes(INamedTypeSymbol accessToken, INamedTypeSymbol credential, INamedTypeSymbol? requestContext) =>
        (AccessToken, Credential, RequestContext) = (accessToken, credential, requestContext);

    public INamedTypeSymbol AccessToken { get; }

    public INamedTypeSymbol Credential { get; }

    public INamedTypeSymbol? RequestContext { get; }

    /// <summary>The types of <paramref name="compilation"/>; null when it does not reference them.</summary>
    public static TokenTypes? Find(Compilation compilation)
    {
        var accessToken = compilation.GetTypesByMetadataName("Azure.Core.AccessToken").FirstOrDefault();
        var credential = compilation.GetTypesByMetadataName("Azure.Core.TokenCredential").FirstOrDefault();
        return accessToken is null || credential is null
            ? null
            : new TokenTypes(accessToken, credential, compilation.GetTypesByMetadataName("Azure.Core.TokenRequestContext").FirstOrDefault());
    }

    /// <summary>A token, or a task that brings one.</summary>
    public bool IsToken(ITypeSymbol? type) =>
        SymbolEqualityComparer.Default.Equals(type, AccessToken)
        || (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } && SymbolEqualityComparer.Default.Equals(result, AccessToken));

    public bool IsCredential(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, Credential))
                return true;
        }

        return false;
    }
}
