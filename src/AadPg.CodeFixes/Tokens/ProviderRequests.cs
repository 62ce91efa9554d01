using AadPg.Analyzers.Rules;
using AadPg.Analyzers.Tokens;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Tokens;

/// <summary>The token requests of a password provider: those that its code makes, and those that brought a token which it keeps.</summary>
internal static class ProviderRequests
{
    /// <summary>All of them, when each is for one of the clouds' PostgreSQL and for nothing else; otherwise none.</summary>
    public static IReadOnlyList<TokenRequest> Of(PasswordProviderCall provider, TokenSite site, CancellationToken cancellationToken)
    {
        var requests = provider.Operations.OfType<IInvocationOperation>().Where(TokenTypes.IsTokenRequest).Select(call => new TokenRequest(call)).ToList();
        if (requests.Count == 0)
            requests = new KeptTokens(provider, site.Tracer, cancellationToken).Find().SelectMany(read => Behind(read, site, cancellationToken)).ToList();

        return requests.TrueForAll(request => IsForPostgres(request, site.Tracer, cancellationToken)) ? requests : [];
    }

    /// <summary>The request that brought the kept token, or the string in it.</summary>
    private static IEnumerable<TokenRequest> Behind(IOperation read, TokenSite site, CancellationToken cancellationToken) =>
        TokenTypes.IsToken(read.Type)
            ? TokenRequest.Bringing(read, site.Tracer, cancellationToken)
            : site.Tracer.FindOrigins(read, cancellationToken).SelectMany(origin => TokenRequest.Behind(origin, site.Tracer, cancellationToken));

    /// <summary>Whether the token is asked for with the scope of one of the clouds' PostgreSQL, and with nothing else.</summary>
    public static bool IsForPostgres(TokenRequest request, SinkTracer tracer, CancellationToken cancellationToken)
    {
        var scopes = request.Scopes(tracer, cancellationToken).Select(scope => scope.Scope).ToList();
        return scopes.Count > 0
            && scopes.TrueForAll(scope => AzureServer.Clouds.Any(cloud => cloud.Scope == scope))
            && !AsksForMore(request, tracer, cancellationToken);
    }

    /// <summary>A tenant, claims and the like.</summary>
    private static bool AsksForMore(TokenRequest request, SinkTracer tracer, CancellationToken cancellationToken) => request.Invocation.Arguments
        .Where(argument => TokenTypes.IsRequestContext(argument.Parameter?.Type))
        .SelectMany(argument => tracer.FindOrigins(argument.Value, cancellationToken))
        .Any(context => context is not IObjectCreationOperation creation || creation.Arguments.Count(argument => argument.ArgumentKind == ArgumentKind.Explicit) > 1);
}
