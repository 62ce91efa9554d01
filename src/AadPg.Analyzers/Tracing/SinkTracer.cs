using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>From an operation to the connection string that it hands to PostgreSQL. Analyzers and code fixes share this one way.</summary>
internal sealed class SinkTracer(ResolvedSinks sinks, SemanticModels models)
{
    /// <summary>The models that the tracer looks into.</summary>
    public SemanticModels Models => models;

    /// <summary>The tracer for <paramref name="compilation"/>; null when it does not reference Npgsql.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="acrossProjects">Whether to follow text into other projects of a workspace, for a code fix.</param>
    public static SinkTracer? For(Compilation compilation, bool acrossProjects = false) =>
        ResolvedSinks.Find(compilation) is { } sinks ? new SinkTracer(sinks, new SemanticModels(compilation, acrossProjects)) : null;

    /// <summary>The text, or null when <paramref name="operation"/> hands over none.</summary>
    public TracedText? Trace(IOperation operation, CancellationToken cancellationToken)
    {
        if (operation is IObjectCreationOperation creation && sinks.IsConnectionStringBuilder(creation.Type))
            return Builders().Trace(creation);

        if (sinks.FindConnectionString(operation) is { } connectionString)
            return Strings().Trace(connectionString);

        return BuilderSetting.From(operation) is { } setting && sinks.IsConnectionStringBuilder(setting.Builder?.Type)
            ? Builders().Trace(setting)
            : null;

        StringTracer Strings() => new(models, cancellationToken);
        BuilderTracer Builders() => new(sinks, Strings());
    }

    /// <summary>The expression that <paramref name="operation"/> takes a whole connection string from, or null.</summary>
    public IOperation? FindConnectionString(IOperation operation) => sinks.FindConnectionString(operation);

    /// <summary>The text of such an expression by itself: a builder's, without what is set on it besides.</summary>
    public TracedText TraceConnectionString(IOperation connectionString, CancellationToken cancellationToken) =>
        new StringTracer(models, cancellationToken).Trace(connectionString);
}
