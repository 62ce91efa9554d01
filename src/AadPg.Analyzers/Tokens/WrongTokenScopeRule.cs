using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>AADPG0007: a token for PostgreSQL that is asked for with another service's scope, or with another cloud's.</summary>
internal static class WrongTokenScopeRule
{
    /// <summary>What every cloud's PostgreSQL audience begins with; a cloud of somebody's own may end otherwise.</summary>
    private const string Audience = "https://ossrdbms-aad.";

    private const string Default = "/.default";

    /// <summary>The requests of a password provider: what its callbacks ask for, and what they ask with.</summary>
    public static IEnumerable<Diagnostic> Check(PasswordProviderCall provider, SinkTracer tracer, CancellationToken cancellationToken)
    {
        var scopes = provider.Operations.SelectMany(operation => operation switch
        {
            IInvocationOperation call when TokenTypes.IsTokenRequest(call) => new TokenRequest(call).Scopes(tracer, cancellationToken),
            IObjectCreationOperation creation => TokenRequest.ScopesOf(creation, tracer, cancellationToken),
            _ => [],
        }).ToList();
        if (scopes.Count == 0)
            return [];

        var sink = DataSourceBuilderOrigin.Find(provider.Invocation, tracer);
        return Check(scopes, CloudOf(sink, tracer, cancellationToken), provider.Invocation);
    }

    /// <summary>The request of a token that goes into the connection string of <paramref name="sink"/>.</summary>
    public static IEnumerable<Diagnostic> Check(TokenRequest request, IOperation sink, SinkTracer tracer, CancellationToken cancellationToken) =>
        Check(request.Scopes(tracer, cancellationToken), CloudOf(sink, tracer, cancellationToken), sink);

    private static IEnumerable<Diagnostic> Check(IEnumerable<(IOperation Element, string Scope)> scopes, AzureServer? cloud, IOperation use) =>
        from scope in scopes
        let message = Message(scope.Scope, cloud)
        where message is not null
        select Diagnostic.Create(
            Descriptors.WrongTokenScope,
            scope.Element.Syntax.GetLocation(),
            [scope.Element.Syntax.GetLocation(), use.Syntax.GetLocation()],
            FixArgument.Of((cloud ?? AzureServer.CloudOfScope(scope.Scope))?.Scope),
            message);

    private static string? Message(string scope, AzureServer? cloud)
    {
        var asked = AzureServer.Clouds.FirstOrDefault(candidate => candidate.Scope == scope);
        if (asked is not null)
            return cloud is null || cloud == asked ? null : $"This is the scope of another cloud than the server's; write '{cloud.Scope}'";

        var isCustomCloud = scope.StartsWith(Audience, StringComparison.Ordinal)
            && scope.EndsWith(Default, StringComparison.Ordinal)
            && !AzureServer.Clouds.Any(candidate => scope.StartsWith(candidate.Scope.Substring(0, candidate.Scope.Length - Default.Length), StringComparison.Ordinal));
        var right = cloud ?? AzureServer.CloudOfScope(scope) ?? AzureServer.Clouds[0];
        return isCustomCloud ? null : $"PostgreSQL takes no token of this scope; write '{right.Scope}'";
    }

    /// <summary>The cloud of the servers that a connection string is handed over for.</summary>
    private static AzureServer? CloudOf(IOperation? sink, SinkTracer tracer, CancellationToken cancellationToken)
    {
        // Where several strings can reach the server, none says for sure which cloud it is in.
        if (sink is null)
            return null;

        var texts = SinkFinder.FindConnectionString(sink) is { } connectionString
            ? tracer.TraceConnectionString(connectionString, cancellationToken)
            : tracer.Trace(sink, cancellationToken);
        var clouds = texts.Select(text => AzureServer.CloudOf(ParsedConnectionString.Parse(text.Text))).Distinct().ToList();
        return clouds.Count == 1 ? clouds[0] : null;
    }
}
