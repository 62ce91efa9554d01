using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>
/// The types for credentials and tokens. Azure's are in Azure.Core, to which Azure.Identity forwards its own in current versions; all are
/// found by name in whatever assembly has them, and in each if several do.
/// </summary>
internal sealed class TokenTypes
{
    /// <summary>What gives a token as a string: a property, or a method.</summary>
    private static readonly ImmutableArray<(string Type, string Member)> s_tokens = ImmutableArray.Create(
        ("Azure.Core.AccessToken", "Token"),
        ("Microsoft.Identity.Client.AuthenticationResult", "AccessToken"),
        ("Microsoft.Azure.Services.AppAuthentication.AzureServiceTokenProvider", "GetAccessTokenAsync"));

    private readonly HashSet<ISymbol> _tokens = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _accessTokens = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _credentials = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _requestContexts = new(SymbolEqualityComparer.Default);

    private TokenTypes(Compilation compilation)
    {
        foreach (var (type, member) in s_tokens)
            _tokens.UnionWith(compilation.GetTypesByMetadataName(type).SelectMany(owner => owner.GetMembers(member)));

        _accessTokens.UnionWith(compilation.GetTypesByMetadataName("Azure.Core.AccessToken"));
        _credentials.UnionWith(compilation.GetTypesByMetadataName("Azure.Core.TokenCredential"));
        _requestContexts.UnionWith(compilation.GetTypesByMetadataName("Azure.Core.TokenRequestContext"));
    }

    /// <summary>The types of <paramref name="compilation"/>; null when it references none that gives a token.</summary>
    public static TokenTypes? Find(Compilation compilation) => Of(compilation) is { _tokens.Count: > 0 } types ? types : null;

    /// <summary>The same, of which none may be.</summary>
    public static TokenTypes Of(Compilation compilation) => new(compilation);

    /// <summary>Whether <paramref name="operation"/> gives a token as a string, or a task that brings it.</summary>
    public bool IsTokenRead(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation read => IsTokenName(read.Property.Name) && _tokens.Contains(read.Property),
        IInvocationOperation call => IsTokenName(call.TargetMethod.Name) && _tokens.Contains(call.TargetMethod.OriginalDefinition),
        _ => false,
    };

    /// <summary>Every property and call of an app is asked, and nearly all end here.</summary>
    private static bool IsTokenName(string name)
    {
        foreach (var (_, member) in s_tokens)
        {
            if (member == name)
                return true;
        }

        return false;
    }

    /// <summary>A token, or a task that brings one.</summary>
    public bool IsToken(ITypeSymbol? type) =>
        (type is not null && _accessTokens.Contains(type))
        || (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } && _accessTokens.Contains(result));

    /// <summary>The call that asks a credential for a token.</summary>
    public bool IsTokenRequest(IInvocationOperation call) =>
        call.TargetMethod.Name is "GetToken" or "GetTokenAsync" && IsToken(call.Type) && IsCredential(call.TargetMethod.ContainingType);

    public bool IsRequestContext(ITypeSymbol? type) => type is not null && _requestContexts.Contains(type);

    public bool IsCredential(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (_credentials.Contains(type))
                return true;
        }

        return false;
    }
}
