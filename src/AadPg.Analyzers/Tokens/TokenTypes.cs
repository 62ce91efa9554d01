using System.Collections.Immutable;
using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>
/// Knows the types for credentials and tokens by their full names, in whatever assembly they are: Azure's are in Azure.Core, to which
/// Azure.Identity forwards its own in current versions. None is looked up, since that has the compiler read each reference and each member.
/// </summary>
internal static class TokenTypes
{
    private const string AccessToken = "Azure.Core.AccessToken";

    /// <summary>What gives a token as a string: a property, or a method.</summary>
    private static readonly ImmutableArray<(string Type, string Member)> s_tokens = ImmutableArray.Create(
        (AccessToken, "Token"),
        ("Microsoft.Identity.Client.AuthenticationResult", "AccessToken"),
        ("Microsoft.Azure.Services.AppAuthentication.AzureServiceTokenProvider", "GetAccessTokenAsync"));

    /// <summary>Whether <paramref name="operation"/> gives a token as a string, or a task that brings it.</summary>
    public static bool IsTokenRead(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation read => GivesToken(read.Property),
        IInvocationOperation call => GivesToken(call.TargetMethod),
        _ => false,
    };

    /// <summary>Every property and call of an app is asked, and nearly all end at the look at the name.</summary>
    private static bool GivesToken(ISymbol member)
    {
        foreach (var (type, name) in s_tokens)
        {
            if (name == member.Name && member.ContainingType.IsNamed(type))
                return true;
        }

        return false;
    }

    /// <summary>A token, or a task that brings one.</summary>
    public static bool IsToken(ITypeSymbol? type) =>
        type.IsNamed(AccessToken) || (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } && result.IsNamed(AccessToken));

    /// <summary>The call that asks a credential for a token.</summary>
    public static bool IsTokenRequest(IInvocationOperation call) =>
        call.TargetMethod.Name is "GetToken" or "GetTokenAsync" && IsToken(call.Type) && IsCredential(call.TargetMethod.ContainingType);

    public static bool IsRequestContext(ITypeSymbol? type) => type.IsNamed("Azure.Core.TokenRequestContext");

    public static bool IsCredential(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsNamed("Azure.Core.TokenCredential"))
                return true;
        }

        return false;
    }
}
