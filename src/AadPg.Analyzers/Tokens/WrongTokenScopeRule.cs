using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>AADPG0007: a token for PostgreSQL that is asked for with another service's scope, or with another cloud's.</summary>
internal static class WrongTokenScopeRule
{
    /// <summary>What every cloud's PostgreSQL audience begins with; a cloud of somebody's own may end otherwise.</summary>
    private const string Audience = "https://ossrdbms-aad.";

    private const string Default = "/.default";

    public static IEnumerable<Diagnostic> Check(PasswordProviderCall provider, TokenTypes types, SinkTracer tracer, CancellationToken cancellationToken)
    {
        var scopes = provider.Operations
            .OfType<IObjectCreationOperation>()
            .Where(creation => SymbolEqualityComparer.Default.Equals(creation.Type, types.RequestContext))
            .SelectMany(ScopesOf)
            .ToList();
        if (scopes.Count == 0)
            yield break;

        var cloud = CloudOf(provider.Invocation, tracer, cancellationToken);
        foreach (var scope in scopes)
        {
            if (scope.ConstantValue.Value is string text && Remedy(text, cloud) is { } remedy)
                yield return Diagnostic.Create(Descriptors.WrongTokenScope, scope.Syntax.GetLocation(), remedy);
        }
    }

    private static string? Remedy(string scope, AzureServer? cloud)
    {
        var asked = AzureServer.Clouds.FirstOrDefault(candidate => candidate.Scope == scope);
        if (asked is not null)
            return cloud is null || cloud == asked ? null : $"This is the scope of another cloud than the server's; write '{cloud.Scope}'";

        var isCustomCloud = scope.StartsWith(Audience, StringComparison.Ordinal)
            && scope.EndsWith(Default, StringComparison.Ordinal)
            && !AzureServer.Clouds.Any(candidate => scope.StartsWith(candidate.Scope.Substring(0, candidate.Scope.Length - Default.Length), StringComparison.Ordinal));
        return isCustomCloud ? null : $"PostgreSQL takes no token of this scope; write '{(cloud ?? AzureServer.Clouds[0]).Scope}'";
    }

    /// <summary>The elements of the array that is the first argument.</summary>
    private static IEnumerable<IOperation> ScopesOf(IObjectCreationOperation context)
    {
        var scopes = context.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        while (scopes is IConversionOperation conversion)
            scopes = conversion.Operand;

        return scopes switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            { Syntax: CollectionExpressionSyntax } => scopes.ChildOperations,
            _ => [],
        };
    }

    private static AzureServer? CloudOf(IInvocationOperation call, SinkTracer tracer, CancellationToken cancellationToken)
    {
        if (DataSourceBuilderOrigin.Find(call, tracer) is not { } sink || tracer.FindConnectionString(sink) is not { } connectionString)
            return null;

        // Where several strings can reach the server, none says for sure which cloud it is in.
        return tracer.TraceConnectionString(connectionString, cancellationToken) is [var text] ? AzureServer.CloudOf(ParsedConnectionString.Parse(text.Text)) : null;
    }
}
