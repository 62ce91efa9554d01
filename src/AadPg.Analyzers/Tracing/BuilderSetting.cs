using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>One setting made on a connection string builder: by property, by indexer or by <c>Add</c>.</summary>
internal sealed record BuilderSetting(IOperation? Builder, Keyword Keyword, IOperation Value, SyntaxNode Syntax)
{
    private const string ConnectionString = "ConnectionString";

    /// <summary>What <paramref name="operation"/> would set something on, before it is asked whether it sets a keyword.</summary>
    public static IOperation? BuilderOf(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation reference } => reference.Instance,
        IInvocationOperation { TargetMethod.Name: "Add" } invocation => invocation.Instance,
        _ => null,
    };

    /// <summary>What is done with <paramref name="builder"/>: what is behind the property that is read of it, which may be a write, or the call.</summary>
    public static IOperation? UseOf(IOperation builder) => builder.Parent is IPropertyReferenceOperation member ? member.Parent : builder.Parent;

    /// <summary>The setting that <paramref name="operation"/> makes, or null when it makes none.</summary>
    public static BuilderSetting? From(IOperation operation) => operation switch
    {
        IExpressionStatementOperation statement => From(statement.Operation),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation reference } assignment
            when KeywordOf(reference) is { } keyword => new(reference.Instance, keyword, assignment.Value, assignment.Syntax),
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var key, var value] } invocation
            when KeywordOf(key.Value) is { } keyword => new(invocation.Instance, keyword, value.Value, invocation.Syntax),
        IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } } } half
            when half.ChildOperations.ToList() is [var builder, var key, var value] && KeywordOf(key) is { } keyword => new(builder, keyword, value, half.Syntax),
        _ => null,
    };

    /// <summary>
    /// Whether <paramref name="operation"/> sets what is not known at build time: a keyword that is computed, a value that is added to, or the whole string.
    /// </summary>
    public static bool SetsUnknown(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var key] } } => !IsWritten(key),
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } => operation is not ISimpleAssignmentOperation || name == ConnectionString,
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var key, _] } => !IsWritten(key),
        _ => false,
    };

    /// <summary>The text that the constructor is given, or that the initializer begins with as if it were: <c>new NpgsqlConnectionStringBuilder { ConnectionString = "…" }</c>.</summary>
    public static IOperation? InitialTextOf(IOperation creation) => SinkFinder.FindConnectionString(creation) ?? InitializerTextOf(creation);

    private static IOperation? InitializerTextOf(IOperation operation) =>
        operation is IObjectCreationOperation creation && creation.Initializer is { Initializers: [ISimpleAssignmentOperation { Value: var text } first, ..] } && IsInitialText(first) ? text : null;

    /// <summary>Whether <paramref name="element"/> sets that text, before anything else and without another text in the constructor.</summary>
    public static bool IsInitialText(IOperation element) =>
        element is ISimpleAssignmentOperation
        {
            Target: IPropertyReferenceOperation { Property.Name: ConnectionString },
            Parent: IObjectOrCollectionInitializerOperation { Initializers: [var first, ..], Parent: IObjectCreationOperation { Arguments.IsEmpty: true } creation },
        }
        && first == element
        && NpgsqlTypes.IsConnectionStringBuilder(creation.Type);

    /// <summary>What the initializer of a builder sets, or, of a data source builder, its <c>{ ConnectionStringBuilder = { … } }</c>.</summary>
    public static IEnumerable<IOperation> InInitializerOf(IObjectCreationOperation creation)
    {
        var elements = creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty;
        return DataSourceBuilderUse.IsBuilder(creation.Type)
            ? elements.OfType<IMemberInitializerOperation>().Where(member => DataSourceBuilderUse.IsSettings(member.InitializedMember)).SelectMany(member => member.Initializer.Initializers)
            : elements;
    }

    private static bool IsWritten(IArgumentOperation key) => key.Value.ConstantValue is { HasValue: true, Value: string };

    private static Keyword? KeywordOf(IPropertyReferenceOperation reference) => reference.Arguments switch
    {
        [] => Keyword.Find(reference.Property.Name),
        [var key] => KeywordOf(key.Value),
        _ => null,
    };

    private static Keyword? KeywordOf(IOperation key) =>
        key.ConstantValue is { HasValue: true, Value: string spelling } ? Keyword.Find(spelling) : null;
}
