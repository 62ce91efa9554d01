using System.Collections.Immutable;
using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>What happens to a builder after its creation, as far as the method it is created in shows it.</summary>
/// <param name="Settings">The settings made through the variable that holds the builder.</param>
/// <param name="Escapes">Other code gets hold of the builder and may set anything.</param>
internal sealed record BuilderVariable(ImmutableArray<BuilderSetting> Settings, bool Escapes)
{
    public static BuilderVariable Of(IObjectCreationOperation creation)
    {
        if (LocalThatHolds(creation) is not { } local)
            return new BuilderVariable(ImmutableArray<BuilderSetting>.Empty, Escapes: !IsReadAtOnce(creation));

        var references = LocalAssignments.References(local, LocalAssignments.Root(creation)).ToList();
        var settings = references.Select(SettingThrough).OfType<BuilderSetting>().ToImmutableArray();
        return new BuilderVariable(settings, Escapes: references.Any(reference => !IsReceiver(reference)));
    }

    /// <summary>Whether <see cref="Of"/>, or the initializer, of a creation that the analysis sees anyway includes <paramref name="setting"/>.</summary>
    public static bool IsCovered(BuilderSetting setting, ResolvedSinks sinks) => setting.Builder switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } receiver => IsInInitializerOfCreation(receiver),
        ILocalReferenceOperation reference => LocalAssignments.Root(reference).Descendants()
            .OfType<IObjectCreationOperation>()
            .Any(creation => sinks.IsConnectionStringBuilder(creation.Type)
                && SymbolEqualityComparer.Default.Equals(LocalThatHolds(creation), reference.Local)),
        _ => false,
    };

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
