using System.Collections.Immutable;
using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>What happens to a builder after its creation, as far as the method it is created in shows it.</summary>
/// <param name="States">The settings made through the variable that holds the builder: those before each reading of its string, and all of them.</param>
/// <param name="Escapes">Other code gets hold of the builder and may set anything.</param>
internal sealed record BuilderVariable(ImmutableArray<ImmutableArray<BuilderSetting>> States, bool Escapes)
{
    private const string ConnectionString = "ConnectionString";

    public static BuilderVariable Of(IObjectCreationOperation creation)
    {
        if (LocalThatHolds(creation) is not { } local)
            return new BuilderVariable(ImmutableArray.Create(ImmutableArray<BuilderSetting>.Empty), Escapes: !IsReadAtOnce(creation));

        var references = LocalAssignments.References(local, LocalAssignments.Root(creation)).ToList();
        var settings = references.Select(SettingThrough).OfType<BuilderSetting>().ToImmutableArray();
        var states = references.Where(IsReading)
            .Select(reading => settings.RemoveAll(setting => setting.Syntax.SpanStart > reading.Syntax.SpanStart))
            .Append(settings)
            .GroupBy(state => state.Length)
            .Select(states => states.First());
        return new BuilderVariable(states.ToImmutableArray(), Escapes: references.Exists(reference => !IsReceiver(reference)));
    }

    /// <summary>Whether <see cref="Of"/>, or the initializer, of a creation that the analysis sees anyway includes <paramref name="setting"/>.</summary>
    public static bool IsCovered(BuilderSetting setting, ResolvedSinks sinks) => setting.Builder switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } receiver => IsInInitializerOfCreation(receiver),
        ILocalReferenceOperation reference => CreationsIn(reference.Local, MethodBody.Of(reference)).Any(creation => sinks.IsConnectionStringBuilder(creation.Type)),
        _ => false,
    };

    /// <summary>
    /// Whether the code reads nothing but parts of what the builder was given, or only sees whether Npgsql takes it: it takes a text apart, and
    /// connects nowhere with it.
    /// </summary>
    public static bool IsParser(IObjectCreationOperation creation) =>
        creation.Initializer is null
        && creation.Type.IsNamed(NpgsqlTypes.ConnectionStringBuilder)
        && (creation.Parent is ISimpleAssignmentOperation { Target: IDiscardOperation } or IExpressionStatementOperation || IsOnlyReadInParts(creation));

    /// <summary>What a call gives to a method that only takes it apart, or looks whether it is a connection string: a test of that method, mostly.</summary>
    public static bool IsForParser(TracedText text) => text.SinkBehindCall is IObjectCreationOperation creation && IsParser(creation);

    private static bool IsOnlyReadInParts(IObjectCreationOperation creation) =>
        LocalThatHolds(creation) is { } local
        && LocalAssignments.References(local, LocalAssignments.Root(creation)).ToList() is { Count: > 0 } references
        && references.TrueForAll(reference => reference.Parent is IPropertyReferenceOperation { Property.Name: not ConnectionString } part && !(part.Parent is IAssignmentOperation assignment && assignment.Target == part));

    /// <summary>The string goes out as it is now, to where later settings do not follow; in a lambda or a loop, nobody knows when.</summary>
    private static bool IsReading(ILocalReferenceOperation reference)
    {
        var isRead = reference.Parent switch
        {
            IPropertyReferenceOperation { Property.Name: ConnectionString } property => property.Parent is not IAssignmentOperation assignment || assignment.Target != property,
            IInvocationOperation { TargetMethod.Name: "ToString" } => true,
            _ => false,
        };
        return isRead && !IsInLambda(reference) && !Loops.IsIn(reference);
    }

    private static bool IsInLambda(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    /// <summary>What the variable is declared with or assigned: each creation for which <see cref="LocalThatHolds"/> gives the variable.</summary>
    private static IEnumerable<IObjectCreationOperation> CreationsIn(ILocalSymbol local, MethodBody body) => body.ReferencesTo(local)
        .Select(reference => reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference ? assignment.Value : null)
        .Append(body.DeclaratorOf(local)?.Initializer?.Value)
        .Select(value => value is IConversionOperation conversion ? conversion.Operand : value)
        .OfType<IObjectCreationOperation>();

    private static ILocalSymbol? LocalThatHolds(IObjectCreationOperation creation)
    {
        var parent = creation.Parent is IConversionOperation conversion ? conversion.Parent : creation.Parent;
        return parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation reference } => reference.Local,
            _ => null,
        };
    }

    /// <summary><c>new NpgsqlConnectionStringBuilder { … }.ConnectionString</c> and the like: nobody can set anything afterwards.</summary>
    private static bool IsReadAtOnce(IObjectCreationOperation creation) => IsMemberAccess(creation.Parent);

    private static BuilderSetting? SettingThrough(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IPropertyReferenceOperation { Parent: { } assignment } => BuilderSetting.From(assignment),
        IInvocationOperation invocation => BuilderSetting.From(invocation),
        _ => null,
    };

    /// <summary>Reading or calling a member of the builder, or storing a new one in the variable, does not give it away.</summary>
    private static bool IsReceiver(ILocalReferenceOperation reference) =>
        IsMemberAccess(reference.Parent) || (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference);

    /// <summary>A direct child of these is the receiver; an argument has an operation of its own in between.</summary>
    private static bool IsMemberAccess(IOperation? parent) => parent is IPropertyReferenceOperation or IInvocationOperation;

    private static bool IsInInitializerOfCreation(IInstanceReferenceOperation receiver)
    {
        for (IOperation? parent = receiver.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IObjectOrCollectionInitializerOperation)
                return parent.Parent is IObjectCreationOperation;
        }

        return false;
    }
}
