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

    /// <summary>The writes to local variables, found once for each method.</summary>
    public ReachingWrites Writes => _writes;

    /// <summary>The places that take a connection string.</summary>
    public ResolvedSinks Sinks => sinks;

    /// <summary>The tracer for <paramref name="compilation"/>; null when it does not reference Npgsql.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="acrossProjects">Whether to follow text into other projects of a workspace, for a code fix.</param>
    public static SinkTracer? For(Compilation compilation, bool acrossProjects = false) =>
        ResolvedSinks.Find(compilation) is { } sinks ? new SinkTracer(sinks, new SemanticModels(compilation, acrossProjects)) : null;

    /// <summary>The texts, one for each way that leads to the sink; none when <paramref name="operation"/> hands over no connection string.</summary>
    public ImmutableArray<TracedText> Trace(IOperation operation, CancellationToken cancellationToken)
    {
        if (operation is IObjectCreationOperation creation && sinks.IsConnectionStringBuilder(creation.Type))
            return new BuilderTracer(sinks, Strings(cancellationToken)).Trace(creation);

        if (sinks.FindConnectionString(operation) is { } connectionString)
            return Strings(cancellationToken).Trace(connectionString);

        if (FindSetting(operation) is { } setting)
            return new BuilderTracer(sinks, Strings(cancellationToken)).Trace(setting);

        return operation is ILiteralOperation literal ? TraceLoose(literal, cancellationToken) : TracePasswords(operation, cancellationToken);
    }

    /// <summary>Nearly every literal ends at the first look, before anything is made for it.</summary>
    private ImmutableArray<TracedText> TraceLoose(ILiteralOperation literal, CancellationToken cancellationToken) =>
        LooseTextTracer.MayBegin(literal) && new LooseTextTracer(Strings(cancellationToken), IsSink).Trace(literal) is { } loose
            ? ImmutableArray.Create(loose)
            : ImmutableArray<TracedText>.Empty;

    private ImmutableArray<TracedText> TracePasswords(IOperation operation, CancellationToken cancellationToken)
    {
        var passwords = PasswordTracer.FindVariable(operation) is { } variable ? ImmutableArray.Create(variable) : sinks.FindPasswords(operation);
        return passwords.IsEmpty
            ? ImmutableArray<TracedText>.Empty
            : passwords.SelectMany(new PasswordTracer(Strings(cancellationToken)).Trace).ToImmutableArray();
    }

    private BuilderSetting? FindSetting(IOperation operation) =>
        sinks.IsConnectionStringBuilder(BuilderSetting.BuilderOf(operation)?.Type) ? BuilderSetting.From(operation) : null;

    private bool IsSink(IOperation operation) =>
        sinks.FindConnectionString(operation) is not null || (operation is ISimpleAssignmentOperation && FindSetting(operation) is not null);

    private StringTracer Strings(CancellationToken cancellationToken) => new(models, _members, _writes, cancellationToken);

    /// <summary>The expression that <paramref name="operation"/> takes a whole connection string from, or null.</summary>
    public IOperation? FindConnectionString(IOperation operation) => sinks.FindConnectionString(operation);

    /// <summary>The texts of such an expression by itself: of a builder's, without what is set on it besides.</summary>
    public ImmutableArray<TracedText> TraceConnectionString(IOperation connectionString, CancellationToken cancellationToken) =>
        Strings(cancellationToken).Trace(connectionString);

    /// <summary>The expressions that a value of any type comes from, one for each way that leads to it.</summary>
    public ImmutableArray<IOperation> FindOrigins(IOperation value, CancellationToken cancellationToken) => Strings(cancellationToken).Origins(value);
}
