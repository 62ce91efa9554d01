using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>AADPG0008: a credential that is made for each connection, and with it a token cache that nobody finds anything in.</summary>
internal static class CredentialPerConnectionRule
{
    /// <summary>Those that a password provider makes, itself or in the code that it calls.</summary>
    public static IEnumerable<Diagnostic> Check(PasswordProviderCall provider) =>
        from body in provider.Code
        from creation in body.DescendantsAndSelf().OfType<IObjectCreationOperation>()
        where TokenTypes.IsCredential(creation.Type) && !IsPartOfCredential(creation) && !Kept.IsKept(creation, body)
        select Report(creation, provider.Invocation);

    /// <summary>The one that a token in a connection string is asked from, where the code that opens the connection makes it.</summary>
    public static Diagnostic? Check(TokenRequest request, IOperation sink, SinkTracer tracer, CancellationToken cancellationToken) =>
        request.Invocation.Instance is { } credential
        && tracer.FindOrigins(credential, cancellationToken) is [IObjectCreationOperation creation]
        && TokenTypes.IsCredential(creation.Type)
        && RunsForEachConnection.Is(creation)
            ? Report(creation, sink)
            : null;

    private static Diagnostic Report(IObjectCreationOperation creation, IOperation use) =>
        Diagnostic.Create(Descriptors.CredentialPerConnection, creation.Syntax.GetLocation(), [creation.Syntax.GetLocation(), use.Syntax.GetLocation()], creation.Type!.Name);

    /// <summary><c>new ChainedTokenCredential(new …)</c> is one mistake.</summary>
    private static bool IsPartOfCredential(IOperation creation)
    {
        for (var parent = creation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IObjectCreationOperation outer && TokenTypes.IsCredential(outer.Type))
                return true;
        }

        return false;
    }
}
