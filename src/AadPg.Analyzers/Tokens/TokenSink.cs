using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>The places where a token becomes a part of a connection string.</summary>
internal static class TokenSink
{
    /// <summary>What gets the connection string that the token is a part of: of a builder, its creation, where that is in sight.</summary>
    public static IOperation? Of(IOperation taker, SinkTracer tracer, CancellationToken cancellationToken)
    {
        if (SinkFinder.FindConnectionString(taker) is not null)
            return taker;

        return BuilderSetting.From(taker) is { } setting && setting.Keyword == Keyword.Password && NpgsqlTypes.IsConnectionStringBuilder(setting.Builder?.Type)
            ? CreationOf(setting.Builder!, tracer, cancellationToken) ?? taker
            : null;
    }

    private static IObjectCreationOperation? CreationOf(IOperation builder, SinkTracer tracer, CancellationToken cancellationToken)
    {
        if (builder is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
            return tracer.FindOrigins(builder, cancellationToken)[0] as IObjectCreationOperation;

        var parent = builder.Parent;
        while (parent is not null and not IObjectCreationOperation)
            parent = parent.Parent;

        return parent as IObjectCreationOperation;
    }
}
