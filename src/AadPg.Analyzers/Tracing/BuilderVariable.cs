using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// What happens to a builder after its creation, as far as the method it is created in shows it: to an <c>NpgsqlConnectionStringBuilder</c>, or, through a data
/// source builder, to the one that it has.
/// </summary>
/// <param name="States">The settings made in its initializer and through the variable that holds the builder: those before each reading of its string, and all of them.</param>
/// <param name="Escapes">Other code gets hold of the builder and may set anything, or this code sets what is not known.</param>
internal sealed record BuilderVariable(IReadOnlyList<IReadOnlyList<BuilderSetting>> States, bool Escapes)
{
    private const string ConnectionString = "ConnectionString";

    public static BuilderVariable Of(IObjectCreationOperation creation)
    {
        var initializer = BuilderSetting.InInitializerOf(creation).Where(element => !BuilderSetting.IsInitialText(element)).ToList();
        var initial = initializer.Select(BuilderSetting.From).OfType<BuilderSetting>().ToList();
        var isUnknown = initializer.Exists(BuilderSetting.SetsUnknown);
        if (LocalThatHolds(creation) is not { } local)
            return new BuilderVariable([initial], Escapes: isUnknown || !(IsReadAtOnce(creation) || IsKeptAsItIs(creation)));

        var references = LocalAssignments.References(local, LocalAssignments.Root(creation)).ToList();
        var settings = references.Select(SettingsAt).Select(SettingThrough).OfType<BuilderSetting>().ToList();
        var states = new List<List<BuilderSetting>>();
        foreach (var reading in references.Where(IsReading))
            AddState(settings.FindAll(setting => setting.Syntax.SpanStart <= reading.Syntax.SpanStart));

        AddState(settings);
        return new BuilderVariable(states, Escapes: isUnknown || references.Exists(reference => !IsKept(reference)));

        void AddState(List<BuilderSetting> made)
        {
            if (!states.Exists(state => state.Count == initial.Count + made.Count))
                states.Add([.. initial, .. made]);
        }
    }

    /// <summary>Whether <see cref="Of"/>, or the initializer, of a creation that the analysis sees anyway includes <paramref name="setting"/>.</summary>
    public static bool IsCovered(BuilderSetting setting) => setting.Builder switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } receiver => IsInInitializerOfCreation(receiver),
        ILocalReferenceOperation reference => CreationsIn(reference.Local, MethodBody.Of(reference)).Any(creation => NpgsqlTypes.IsConnectionStringBuilder(creation.Type)),
        IPropertyReferenceOperation { Instance: ILocalReferenceOperation reference } settings when DataSourceBuilderUse.IsSettings(settings) =>
            CreationsIn(reference.Local, MethodBody.Of(reference)).Any(creation => DataSourceBuilderUse.IsBuilder(creation.Type)),
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

    /// <summary>Where a reference leads to the settings: itself, or what it reads of a data source builder.</summary>
    private static IOperation? SettingsAt(ILocalReferenceOperation reference)
    {
        if (!DataSourceBuilderUse.IsBuilder(reference.Type))
            return reference;

        return reference.Parent is { } parent && DataSourceBuilderUse.IsSettings(parent) ? parent : null;
    }

    /// <summary>The string goes out as it is now, to where later settings do not follow; in a lambda or a loop, nobody knows when.</summary>
    private static bool IsReading(ILocalReferenceOperation reference)
    {
        var isRead = (SettingsAt(reference) ?? DataSourceBuilderUse.LastOfChain(reference)).Parent switch
        {
            IPropertyReferenceOperation { Property.Name: ConnectionString } property => property.Parent is not IAssignmentOperation assignment || assignment.Target != property,
            IInvocationOperation { TargetMethod.Name: "ToString" } => true,
            IInvocationOperation { TargetMethod: var method } => DataSourceBuilderUse.Builds(method),
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
        .Select(value => value is null ? null : DataSourceBuilderUse.FirstOfChain(value))
        .OfType<IObjectCreationOperation>();

    private static ILocalSymbol? LocalThatHolds(IObjectCreationOperation creation)
    {
        var parent = DataSourceBuilderUse.LastOfChain(creation).Parent;
        return (parent is IConversionOperation conversion ? conversion.Parent : parent) switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation reference } => reference.Local,
            _ => null,
        };
    }

    /// <summary><c>new NpgsqlConnectionStringBuilder { … }.ConnectionString</c> and the like: nobody can set anything afterwards.</summary>
    private static bool IsReadAtOnce(IObjectCreationOperation creation) => IsMemberAccess(DataSourceBuilderUse.LastOfChain(creation).Parent);

    /// <summary>A field that holds it, or a method that returns it, gives it to code that may set more: in the same file it would be seen, and most just use the builder.</summary>
    private static bool IsKeptAsItIs(IOperation builder) => IsGivenOut(builder) && !CompletedTexts.NameSslMode(builder.Syntax.SyntaxTree, CancellationToken.None);

    private static bool IsGivenOut(IOperation builder) => (builder.Parent is IConversionOperation conversion ? conversion.Parent : builder.Parent) switch
    {
        IReturnOperation or IFieldInitializerOperation or IPropertyInitializerOperation => true,
        ISimpleAssignmentOperation { Target: IFieldReferenceOperation or IPropertyReferenceOperation } => true,
        _ => false,
    };

    private static BuilderSetting? SettingThrough(IOperation? builder) =>
        builder?.Parent is IPropertyReferenceOperation or IInvocationOperation or IInvalidOperation && BuilderSetting.UseOf(builder) is { } use ? BuilderSetting.From(use) : null;

    /// <summary>Reading or calling a member of the builder, or storing a new one in the variable, does not give it away.</summary>
    private static bool IsKept(ILocalReferenceOperation reference)
    {
        if (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference)
            return true;

        if (IsGivenOut(reference))
            return IsKeptAsItIs(reference);

        if (SettingsAt(reference) is { } settings)
            return (IsMemberAccess(settings.Parent) || SettingThrough(settings) is not null) && !(BuilderSetting.UseOf(settings) is { } use && BuilderSetting.SetsUnknown(use));

        var last = DataSourceBuilderUse.LastOfChain(reference).Parent;
        return last is IExpressionStatementOperation || (IsMemberAccess(last) && !DataSourceBuilderUse.IsSettings(last!));
    }

    /// <summary>A direct child of these is the receiver; an argument has an operation of its own in between.</summary>
    private static bool IsMemberAccess(IOperation? parent) => parent is IPropertyReferenceOperation or IInvocationOperation;

    /// <summary>A data source builder's settings stand in an initializer within its own.</summary>
    private static bool IsInInitializerOfCreation(IInstanceReferenceOperation receiver)
    {
        for (IOperation? parent = receiver.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IObjectOrCollectionInitializerOperation)
            {
                return parent.Parent is IObjectCreationOperation
                    || (parent.Parent is IMemberInitializerOperation { InitializedMember: var member, Parent.Parent: IObjectCreationOperation } && DataSourceBuilderUse.IsSettings(member));
            }
        }

        return false;
    }
}
