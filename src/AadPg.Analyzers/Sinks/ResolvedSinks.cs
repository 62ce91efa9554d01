using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Sinks;

/// <summary>
/// Finds the sinks of the tables in code. An operation is asked for one word first, the name of the member or of the type it makes: nearly
/// all end there. The few others are compared by their full names, so that no row's type is looked up in all the references.
/// </summary>
internal sealed class ResolvedSinks
{
    private readonly Dictionary<string, Sink[]> _connectionStrings = ByWord(SinkTable.Sinks);
    private readonly Dictionary<string, Sink[]> _passwords = ByWord(SinkTable.Passwords);

    private ResolvedSinks(INamedTypeSymbol? connectionStringBuilder) => ConnectionStringBuilder = connectionStringBuilder;

    /// <summary>Npgsql's connection string builder, whose members are the keywords.</summary>
    public INamedTypeSymbol? ConnectionStringBuilder { get; }

    /// <summary>The sinks of <paramref name="compilation"/>; null when it does not reference Npgsql.</summary>
    public static ResolvedSinks? Find(Compilation compilation) => compilation.GetTypesByMetadataName(NpgsqlTypes.Connection).IsEmpty
        ? null
        : new ResolvedSinks(compilation.GetTypesByMetadataName(NpgsqlTypes.ConnectionStringBuilder).FirstOrDefault());

    /// <summary>The connection string that <paramref name="operation"/> hands to PostgreSQL, or null.</summary>
    public IOperation? FindConnectionString(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => FindArgument(invocation.TargetMethod, invocation.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation => FindArgument(constructor, creation.Arguments),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation reference } assignment when IsIn(_connectionStrings, reference.Property) => assignment.Value,
        IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } } call
            when SinkTable.MethodNames.Contains(name) => call.ChildOperations.FirstOrDefault(argument => argument.Type?.SpecialType == SpecialType.System_String),
        _ => null,
    };

    /// <summary>The passwords that <paramref name="operation"/> hands to PostgreSQL by themselves: texts, or functions that return them.</summary>
    public ImmutableArray<IOperation> FindPasswords(IOperation operation) => operation switch
    {
        IInvocationOperation invocation when _passwords.TryGetValue(invocation.TargetMethod.Name, out var rows) => Passwords(invocation, rows),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation reference } assignment when IsIn(_passwords, reference.Property) => ImmutableArray.Create(assignment.Value),
        _ => ImmutableArray<IOperation>.Empty,
    };

    public bool IsConnectionStringBuilder(ITypeSymbol? type) =>
        type is not null && SymbolEqualityComparer.Default.Equals(type, ConnectionStringBuilder);

    private static Dictionary<string, Sink[]> ByWord(ImmutableArray<Sink> sinks) =>
        sinks.GroupBy(sink => sink.Word).ToDictionary(rows => rows.Key, rows => rows.ToArray(), StringComparer.Ordinal);

    private static bool IsIn(Dictionary<string, Sink[]> sinks, IPropertySymbol property) =>
        sinks.TryGetValue(property.Name, out var rows) && RowOf(property, rows) is not null;

    /// <summary>A loop and not a lambda: it runs for every member that has a row's name, and would make a closure for each.</summary>
    private static Sink? RowOf(ISymbol member, Sink[] rows)
    {
        foreach (var row in rows)
        {
            if (row.IsOf(member))
                return row;
        }

        return null;
    }

    private static ImmutableArray<IOperation> Passwords(IInvocationOperation call, Sink[] rows) =>
        rows.Where(row => row.IsOf(call.TargetMethod)).Select(row => row.ArgumentIn(call.Arguments)?.Value).OfType<IOperation>().ToImmutableArray();

    private IOperation? FindArgument(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        var word = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
        if (_connectionStrings.TryGetValue(word, out var rows) && RowOf(method, rows) is { } sink)
            return Explicit(sink.ArgumentIn(arguments));

        return SinkTable.MethodNames.Contains(word) ? Explicit(SinkTable.OfAnyType.ArgumentIn(arguments)) : null;
    }

    private static IOperation? Explicit(IArgumentOperation? argument) => argument is
    {
        ArgumentKind: ArgumentKind.Explicit,
        Parameter: { OriginalDefinition.Type.SpecialType: SpecialType.System_String },
    } ? argument.Value : null;
}
