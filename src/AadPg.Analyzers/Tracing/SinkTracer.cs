using System.Collections.Immutable;
using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>From an operation to the connection strings that it can hand to PostgreSQL. Analyzers and code fixes share this one way.</summary>
internal sealed class SinkTracer(SemanticModels models)
{
    /// <summary>How many methods of the app's own a text is followed through, beyond the first.</summary>
    private const int MaximumDepth = 3;

    /// <summary>How many calls in those methods are followed: methods that call one another would else make ever more ways.</summary>
    private const int MaximumCalls = 64;

    private readonly MemberValues _members = new(models);
    private readonly ReachingWrites _writes = new();
    private readonly OwnMethods _ownMethods = new(models);
    private readonly Lazy<DriverReferences> _drivers = new(() => DriverReferences.Of(models.Compilation));

    /// <summary>The models that the tracer looks into.</summary>
    public SemanticModels Models => models;

    /// <summary>The writes to local variables, found once for each method.</summary>
    public ReachingWrites Writes => _writes;

    /// <summary>The database drivers that the project references.</summary>
    public DriverReferences Drivers => _drivers.Value;

    /// <summary>The tracer for <paramref name="compilation"/>; null when it does not reference Npgsql.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="acrossProjects">Whether to follow text into other projects of a workspace, for a code fix.</param>
    public static SinkTracer? For(Compilation compilation, bool acrossProjects = false) =>
        NpgsqlTypes.AreIn(compilation) ? new SinkTracer(new SemanticModels(compilation, acrossProjects)) : null;

    /// <summary>
    /// The texts, one for each way that leads to the sink; none when <paramref name="operation"/> hands over no connection string. A call of a
    /// method of the app's own hands over what the method makes of its arguments.
    /// </summary>
    public ImmutableArray<TracedText> Trace(IOperation operation, CancellationToken cancellationToken)
    {
        var texts = TraceSink(operation, entry: null, cancellationToken);
        if (operation is ILiteralOperation literal && !texts.IsEmpty)
            return AsTheCalledMethodTakesIt(texts, literal, cancellationToken);

        if (texts.IsEmpty && CallSite.Of(operation) is { } call)
            texts = TraceCall(call, cancellationToken);

        return texts.IsEmpty && ConnectionArguments.PasswordIn(operation) is { } password
            ? new ConnectionArguments(Strings(entry: null, cancellationToken), _drivers.Value).Trace(password)
            : texts;
    }

    /// <summary>
    /// A text that is found by its own words, and given to a method of the app's own that hands it on: what it lacks, that method may add. To one that
    /// only takes it apart, a test gives it.
    /// </summary>
    private ImmutableArray<TracedText> AsTheCalledMethodTakesIt(ImmutableArray<TracedText> texts, ILiteralOperation literal, CancellationToken cancellationToken)
    {
        if (LooseTextTracer.WholeOf(literal) is not { Parent: IArgumentOperation { Parent: { } given } } whole || CallSite.Of(given) is not { } call)
            return texts;

        var reached = TraceCall(call, cancellationToken).RemoveAll(text => !text.IsWrittenIn(whole.Syntax));
        if (reached.IsEmpty)
            return texts;

        return reached.All(BuilderVariable.IsForParser) ? ImmutableArray<TracedText>.Empty : texts.Select(text => text.WithUnknownRest()).ToImmutableArray();
    }

    private ImmutableArray<TracedText> TraceSink(IOperation operation, Call? entry, CancellationToken cancellationToken)
    {
        if (operation is ILiteralOperation literal)
            return TraceLoose(literal, entry, cancellationToken);

        if (operation is IInvocationOperation { TargetMethod.Name: nameof(string.Format) } formatting && LooseTextTracer.MayBegin(formatting))
            return Loose(entry, cancellationToken).Trace(operation);

        if (!MayBeSink(operation))
            return ImmutableArray<TracedText>.Empty;

        if (operation is IObjectCreationOperation creation && HoldsSettings(creation))
            return new BuilderTracer(Strings(entry, cancellationToken)).Trace(creation);

        if (SinkFinder.FindConnectionString(operation) is { } connectionString)
            return TraceAll(connectionString, Strings(entry, cancellationToken));

        if (BuilderSetting.IsInitialText(operation))
            return ImmutableArray<TracedText>.Empty;

        if (FindTextOfBuilder(operation) is { } text)
            return TraceBeginning(text, Strings(entry, cancellationToken));

        if (FindSetting(operation) is { } setting)
            return new BuilderTracer(Strings(entry, cancellationToken)).Trace(setting);

        if (SinkFinder.FindSharedConnectionString(operation) is { } shared)
            return TraceShared(operation, shared, Strings(entry, cancellationToken));

        return TracePasswords(operation, entry, cancellationToken);
    }

    /// <summary>By the one name that a call, a creation or an assignment shows: nearly all end here.</summary>
    private static bool MayBeSink(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { } method } => SinkFinder.IsWord(SinkFinder.WordOf(method)) || PasswordTracer.SetsVariables(method.Name),
        IObjectCreationOperation { Type: { Name: var name } } => SinkFinder.IsWord(name),
        ISimpleAssignmentOperation { Target: var target } => target is IPropertyReferenceOperation { Property: var property }
            && (property.IsIndexer || SinkFinder.IsWord(property.Name) || NpgsqlTypes.IsConnectionStringBuilder(property.ContainingType)),
        _ => true,
    };

    /// <summary>Whether <paramref name="creation"/> makes a builder whose connection string is what is set on it, and not a text alone.</summary>
    public static bool HoldsSettings(IObjectCreationOperation creation) =>
        NpgsqlTypes.IsConnectionStringBuilder(creation.Type) || (DataSourceBuilderUse.IsBuilder(creation.Type) && DataSourceBuilderUse.MaySetMore(creation));

    private static ImmutableArray<TracedText> TraceAll(IOperation connectionString, StringTracer strings) =>
        ReturnedValues.Of(connectionString).SelectMany(value => strings.Trace(value)).ToImmutableArray();

    private static ImmutableArray<TracedText> TraceBeginning(IOperation connectionString, StringTracer strings) =>
        TraceAll(connectionString, strings).Select(traced => traced.WithUnknownRest()).ToImmutableArray();

    /// <summary>A method of its own, as the closure would be made for every operation otherwise.</summary>
    private ImmutableArray<TracedText> TraceShared(IOperation sink, IOperation connectionString, StringTracer strings) =>
        TraceAll(connectionString, strings).RemoveAll(text => !SharedSinkEvidence.Proves(sink, text, _drivers.Value));

    /// <summary>What the method hands over because of the call's arguments, and would not without them.</summary>
    private ImmutableArray<TracedText> TraceCall(Call call, CancellationToken cancellationToken)
    {
        var left = MaximumCalls;
        var found = ImmutableArray.CreateBuilder<TracedText>();
        TraceCall(call, depth: 0, ref left, found, cancellationToken);
        return found.ToImmutable();
    }

    private void TraceCall(Call call, int depth, ref int left, ImmutableArray<TracedText>.Builder found, CancellationToken cancellationToken)
    {
        foreach (var operation in _ownMethods.Operations(call.Method, cancellationToken))
        {
            var texts = TraceSink(operation, call, cancellationToken);
            if (!texts.IsEmpty)
            {
                var known = TraceSink(operation, entry: null, cancellationToken);
                found.AddRange(texts.Where(text => !known.Any(other => other.Text == text.Text)).Select(text => text.ThroughCall(operation)));
            }
            else if (depth < MaximumDepth && CallSite.Of(operation, call) is { } inner && left-- > 0)
            {
                TraceCall(inner, depth + 1, ref left, found, cancellationToken);
            }
        }
    }

    /// <summary>Nearly every literal ends at the first look, before anything is made for it.</summary>
    private ImmutableArray<TracedText> TraceLoose(ILiteralOperation literal, Call? entry, CancellationToken cancellationToken) =>
        LooseTextTracer.MayBegin(literal) ? Loose(entry, cancellationToken).Trace(literal) : ImmutableArray<TracedText>.Empty;

    private LooseTextTracer Loose(Call? entry, CancellationToken cancellationToken) => new(Strings(entry, cancellationToken), IsSink, _drivers.Value);

    private ImmutableArray<TracedText> TracePasswords(IOperation operation, Call? entry, CancellationToken cancellationToken)
    {
        var passwords = FindPasswords(operation);
        if (passwords.IsEmpty && SinkFinder.FindSharedPasswords(operation) is { IsEmpty: false } shared && SharedSinkEvidence.ProvesAround(operation, _drivers.Value))
            passwords = shared;

        if (!passwords.IsEmpty)
            return TraceEach(passwords, new PasswordTracer(Strings(entry, cancellationToken)).Trace);

        var containers = FindContainerPasswords(operation);
        if (!containers.IsEmpty)
            return TraceEach(containers, new PasswordTracer(Strings(entry, cancellationToken)).TraceContainers);

        return operation is ISimpleAssignmentOperation assignment
            ? new SettingsObject(Strings(entry, cancellationToken), _drivers.Value).Trace(assignment).ToImmutableArray()
            : ImmutableArray<TracedText>.Empty;
    }

    private static ImmutableArray<TracedText> TraceEach(ImmutableArray<IOperation> passwords, Func<IOperation, IEnumerable<TracedText>> trace) => passwords.SelectMany(trace).ToImmutableArray();

    private static ImmutableArray<IOperation> FindContainerPasswords(IOperation operation) =>
        PasswordTracer.FindContainerVariable(operation) is { } variable ? ImmutableArray.Create(variable) : SinkFinder.FindContainerPasswords(operation);

    /// <summary>The passwords that <paramref name="operation"/> hands over by themselves, by a property, a provider or the environment.</summary>
    public static ImmutableArray<IOperation> FindPasswords(IOperation operation) =>
        PasswordTracer.FindVariable(operation) is { } variable ? ImmutableArray.Create(variable) : SinkFinder.FindPasswords(operation);

    /// <summary><c>builder.ConnectionString = …</c>: settings may come behind it.</summary>
    private static IOperation? FindTextOfBuilder(IOperation operation) =>
        operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "ConnectionString", Instance.Type: var type } } assignment && NpgsqlTypes.IsConnectionStringBuilder(type)
            ? assignment.Value
            : null;

    private static BuilderSetting? FindSetting(IOperation operation) =>
        NpgsqlTypes.IsConnectionStringBuilder(BuilderSetting.BuilderOf(operation)?.Type) ? BuilderSetting.From(operation) : null;

    private bool IsSink(IOperation operation) =>
        SinkFinder.FindConnectionString(operation) is not null || SinkFinder.FindSharedConnectionString(operation) is not null || (operation is ISimpleAssignmentOperation && (FindSetting(operation) is not null || FindTextOfBuilder(operation) is not null));

    private StringTracer Strings(Call? entry, CancellationToken cancellationToken) => new(models, _members, _writes, entry, cancellationToken);

    /// <summary>The texts of such an expression by itself: of a builder's, without what is set on it besides.</summary>
    public ImmutableArray<TracedText> TraceConnectionString(IOperation connectionString, CancellationToken cancellationToken) =>
        Strings(entry: null, cancellationToken).Trace(connectionString);

    /// <summary>The expressions that a value of any type comes from, one for each way that leads to it.</summary>
    public ImmutableArray<IOperation> FindOrigins(IOperation value, CancellationToken cancellationToken) => Strings(entry: null, cancellationToken).Origins(value);
}
