using System.Collections.Immutable;
using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>From an operation to the connection strings that it can hand to PostgreSQL. Analyzers and code fixes share this one way.</summary>
internal sealed class SinkTracer(ResolvedSinks sinks, SemanticModels models)
{
    private readonly MemberValues _members = new(models);
    private readonly ReachingWrites _writes = new();

    /// <summary>The models that the tracer looks into.</summary>
    public SemanticModels Models => models;

    /// <summary>The tracer for <paramref name="compilation"/>; null when it does not reference Npgsql.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="acrossProjects">Whether to follow text into other projects of a workspace, for a code fix.</param>
    public static SinkTracer? For(Compilation compilation, bool acrossProjects = false) =>
        ResolvedSinks.Find(compilation) is { } sinks ? new SinkTracer(sinks, new SemanticModels(compilation, acrossProjects)) : null;

    /// <summary>The texts, one for each way that leads to the sink; none when <paramref name="operation"/> hands over no connection string.</summary>
    public ImmutableArray<TracedText> Trace(IOperation operation, CancellationToken cancellationToken)
    {
        if (operation is IObjectCreationOperation creation && sinks.IsConnectionStringBuilder(creation.Type))
            return Builders().Trace(creation);

        if (sinks.FindConnectionString(operation) is { } connectionString)
            return Strings().Trace(connectionString);

        if (BuilderSetting.From(operation) is { } setting && sinks.IsConnectionStringBuilder(setting.Builder?.Type))
            return Builders().Trace(setting);

        if (operation is ILiteralOperation literal)
            return new LooseTextTracer(Strings(), IsSink).Trace(literal) is { } loose ? ImmutableArray.Create(loose) : ImmutableArray<TracedText>.Empty;

        var password = PasswordTracer.FindVariable(operation) is { } variable ? [variable] : sinks.FindPasswords(operation);
        return password.SelectMany(value => new PasswordTracer(Strings()).Trace(value)).ToImmutableArray();

        StringTracer Strings() => new(models, _members, _writes, cancellationToken);
        BuilderTracer Builders() => new(sinks, Strings());
    }

    private bool IsSink(IOperation operation) =>
        sinks.FindConnectionString(operation) is not null || (operation is ISimpleAssignmentOperation && BuilderSetting.From(operation) is { } setting && sinks.IsConnectionStringBuilder(setting.Builder?.Type));

    /// <summary>The expression that <paramref name="operation"/> takes a whole connection string from, or null.</summary>
    public IOperation? FindConnectionString(IOperation operation) => sinks.FindConnectionString(operation);

    /// <summary>The texts of such an expression by itself: of a builder's, without what is set on it besides.</summary>
    public ImmutableArray<TracedText> TraceConnectionString(IOperation connectionString, CancellationToken cancellationToken) =>
        new StringTracer(models, _members, _writes, cancellationToken).Trace(connectionString);
}
