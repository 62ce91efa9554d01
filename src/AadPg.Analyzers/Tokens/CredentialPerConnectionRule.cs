using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>AADPG0008: a credential that is made for each connection, and with it a token cache that nobody finds anything in.</summary>
internal static class CredentialPerConnectionRule
{
    public static IEnumerable<Diagnostic> Check(PasswordProviderCall provider, TokenTypes types) =>
        provider.Operations
            .OfType<IObjectCreationOperation>()
            .Where(creation => types.IsCredential(creation.Type) && !IsPartOfCredential(creation, types) && !IsKept(creation, provider))
            .Select(creation => Diagnostic.Create(Descriptors.CredentialPerConnection, creation.Syntax.GetLocation(), creation.Type!.Name));

    /// <summary><c>new ChainedTokenCredential(new …)</c> is one mistake.</summary>
    private static bool IsPartOfCredential(IOperation creation, TokenTypes types)
    {
        for (var parent = creation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IObjectCreationOperation outer && types.IsCredential(outer.Type))
                return true;
        }

        return false;
    }

    /// <summary>Stored where it outlives the call: in a field or property, or by a function within the callback that may run once.</summary>
    private static bool IsKept(IOperation creation, PasswordProviderCall provider)
    {
        for (var parent = creation.Parent; parent is not null && !provider.Callbacks.Contains(parent); parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ICoalesceAssignmentOperation or ISimpleAssignmentOperation { Target: not ILocalReferenceOperation })
                return true;
        }

        return false;
    }
}
