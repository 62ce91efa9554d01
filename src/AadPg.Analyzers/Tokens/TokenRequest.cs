using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>A call of <c>GetToken</c> or <c>GetTokenAsync</c> on a credential.</summary>
internal sealed record TokenRequest(IInvocationOperation Invocation)
{
    /// <summary>The requests that a token was got by, which <paramref name="read"/> gives as a string.</summary>
    public static IEnumerable<TokenRequest> Behind(IOperation read, SinkTracer tracer, CancellationToken cancellationToken) =>
        read is IPropertyReferenceOperation { Instance: { } token } ? Bringing(token, tracer, cancellationToken) : [];

    /// <summary>The requests that an <c>AccessToken</c> comes from.</summary>
    public static IEnumerable<TokenRequest> Bringing(IOperation token, SinkTracer tracer, CancellationToken cancellationToken)
    {
        foreach (var origin in tracer.FindOrigins(token, cancellationToken))
        {
            if (Unwrap(origin, tracer, cancellationToken) is IInvocationOperation call && TokenTypes.IsTokenRequest(call))
                yield return new TokenRequest(call);
        }
    }

    /// <summary>The scopes that are asked for, each where it stands in the list and with its text, as far as they are known.</summary>
    public IEnumerable<(IOperation Element, string Scope)> Scopes(SinkTracer tracer, CancellationToken cancellationToken) =>
        from argument in Invocation.Arguments
        where TokenTypes.IsRequestContext(argument.Parameter?.Type)
        from context in tracer.FindOrigins(argument.Value, cancellationToken)
        from scope in ScopesOf(context, tracer, cancellationToken)
        select scope;

    /// <summary>Those of a <c>new TokenRequestContext(…)</c>.</summary>
    public static IEnumerable<(IOperation Element, string Scope)> ScopesOf(IOperation context, SinkTracer tracer, CancellationToken cancellationToken)
    {
        if (context is not IObjectCreationOperation creation
            || !TokenTypes.IsRequestContext(creation.Type)
            || creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is not { } scopes)
        {
            yield break;
        }

        foreach (var list in tracer.FindOrigins(scopes, cancellationToken))
        {
            foreach (var element in ElementsOf(list))
            {
                if (tracer.FindOrigins(element, cancellationToken) is [{ ConstantValue: { HasValue: true, Value: string scope } }])
                    yield return (element, scope);
            }
        }
    }

    private static IEnumerable<IOperation> ElementsOf(IOperation list) => list switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        IArrayInitializerOperation initializer => initializer.ElementValues,
        { Kind: ListElements.CollectionExpression } => list.ChildOperations,
        _ => [],
    };

    /// <summary>Out of the task, however often it is wrapped and kept in variables.</summary>
    private static IOperation Unwrap(IOperation origin, SinkTracer tracer, CancellationToken cancellationToken)
    {
        for (var step = 0; step < 8 && Tasks.TaskBehind(origin) is { } task; step++)
            origin = tracer.FindOrigins(task, cancellationToken).First();

        return origin;
    }
}
