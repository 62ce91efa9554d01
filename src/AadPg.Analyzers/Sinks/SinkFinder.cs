using System.Collections.Immutable;
using AadPg.Analyzers.ConfigFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Sinks;

/// <summary>
/// Finds the sinks of the tables in code. An operation is asked for one word first, the name of the member or of the type it makes: nearly
/// all end there. The few others are compared by their full names, so that no row's type is looked up in all the references.
/// </summary>
internal static class SinkFinder
{
    private const string ConnectionStringType = "ConnectionString";

    private static readonly Dictionary<string, List<Sink>> s_connectionStrings = ByWord(SinkTable.Sinks);
    private static readonly Dictionary<string, List<Sink>> s_shared = ByWord(SinkTable.Shared);
    private static readonly Dictionary<string, List<Sink>> s_passwords = ByWord(SinkTable.Passwords);
    private static readonly Dictionary<string, List<Sink>> s_containerPasswords = ByWord(SinkTable.ContainerPasswords);
    private static readonly Dictionary<string, List<Sink>> s_sharedPasswords = ByWord(SinkTable.SharedPasswords);

    private static readonly HashSet<string> s_words = new(
        [.. SinkTable.MethodNames, .. s_connectionStrings.Keys, .. s_shared.Keys, .. s_passwords.Keys, .. s_containerPasswords.Keys, .. s_sharedPasswords.Keys], StringComparer.Ordinal);

    /// <summary>
    /// The connection string that <paramref name="operation"/> hands to PostgreSQL, or a function that returns it; or null. A call that does not
    /// compile, half typed as it may be, has no parameters: these methods take the connection string first, and a name of a schema or a table behind it.
    /// </summary>
    public static IOperation? FindConnectionString(IOperation operation) => Find(operation, s_connectionStrings) ?? operation switch
    {
        IInvocationOperation { TargetMethod: { } method } invocation when SinkTable.MethodNames.Contains(method.Name) => FindArgument(invocation.Arguments),
        IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }, ArgumentList.Arguments: [{ Expression: var first }, ..] } } call
            when SinkTable.MethodNames.Contains(name) => StringAt(first, call),
        IObjectCreationOperation { Type: { } type, Arguments: [{ Parameter.Type.SpecialType: SpecialType.System_String, Value: var only }] } when IsConnectionStringType(type.Name) => only,
        IInvalidOperation { Syntax: ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: var type }, ArgumentList.Arguments: [{ Expression: var only }] } } creation
            when IsConnectionStringType(type) => StringAt(only, creation),
        _ => null,
    };

    /// <summary>The connection string that <paramref name="operation"/> hands to a library that serves PostgreSQL and other databases, or null.</summary>
    public static IOperation? FindSharedConnectionString(IOperation operation) => Find(operation, s_shared);

    /// <summary>The passwords that <paramref name="operation"/> hands to PostgreSQL by themselves: texts, or functions that return them.</summary>
    public static ImmutableArray<IOperation> FindPasswords(IOperation operation) => FindPasswords(operation, s_passwords);

    /// <summary>As <see cref="FindPasswords(IOperation)"/>, for a PostgreSQL that the code starts in a container.</summary>
    public static ImmutableArray<IOperation> FindContainerPasswords(IOperation operation) => FindPasswords(operation, s_containerPasswords);

    /// <summary>As <see cref="FindPasswords(IOperation)"/>, for libraries that serve PostgreSQL and other databases.</summary>
    public static ImmutableArray<IOperation> FindSharedPasswords(IOperation operation) => FindPasswords(operation, s_sharedPasswords);

    /// <summary>Whether code that says <paramref name="name"/> can be at a sink: one look-up, where nearly all code ends.</summary>
    public static bool IsWord(string name) => s_words.Contains(name) || name.EndsWith(ConnectionStringType, StringComparison.Ordinal);

    /// <summary>The one word that a call or a creation shows: the method's name, or that of the constructor's type.</summary>
    public static string WordOf(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;

    /// <summary>A type that an app or a library made for the text, and named so: <c>PostgreSqlConnectionString</c>.</summary>
    private static bool IsConnectionStringType(string name) =>
        name.EndsWith(ConnectionStringType, StringComparison.Ordinal) && DatabaseWords.In(new ConfigPath([name])) == true;

    /// <summary>A method of its own, as the closure would be made for every operation otherwise.</summary>
    private static IOperation? StringAt(ExpressionSyntax argument, IOperation call) =>
        call.ChildOperations.FirstOrDefault(operation => operation.Syntax == argument && operation.Type?.SpecialType == SpecialType.System_String);

    private static Dictionary<string, List<Sink>> ByWord(ImmutableArray<Sink> sinks)
    {
        var byWord = new Dictionary<string, List<Sink>>(StringComparer.Ordinal);
        foreach (var sink in sinks)
        {
            if (!byWord.TryGetValue(sink.Word, out var rows))
                byWord.Add(sink.Word, rows = []);

            rows.Add(sink);
        }

        return byWord;
    }

    private static bool IsIn(Dictionary<string, List<Sink>> sinks, IPropertySymbol property) =>
        sinks.TryGetValue(property.Name, out var rows) && RowOf(property, rows) is not null;

    /// <summary>A loop and not a lambda: it runs for every member that has a row's name, and would make a closure for each.</summary>
    private static Sink? RowOf(ISymbol member, List<Sink> rows)
    {
        foreach (var row in rows)
        {
            if (row.IsOf(member))
                return row;
        }

        return null;
    }

    private static ImmutableArray<IOperation> FindPasswords(IOperation operation, Dictionary<string, List<Sink>> sinks) => operation switch
    {
        IInvocationOperation invocation when sinks.TryGetValue(invocation.TargetMethod.Name, out var rows) => Passwords(invocation, rows),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation reference } assignment when IsIn(sinks, reference.Property) => ImmutableArray.Create(assignment.Value),
        _ => ImmutableArray<IOperation>.Empty,
    };

    private static ImmutableArray<IOperation> Passwords(IInvocationOperation call, List<Sink> rows) =>
        rows.Where(row => row.IsOf(call.TargetMethod)).Select(row => row.ArgumentIn(call.Arguments)?.Value).OfType<IOperation>().ToImmutableArray();

    private static IOperation? Find(IOperation operation, Dictionary<string, List<Sink>> sinks) => operation switch
    {
        IInvocationOperation { TargetMethod: { } method } invocation when sinks.TryGetValue(WordOf(method), out var rows) => FindArgument(rows, method, invocation.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation when sinks.TryGetValue(WordOf(constructor), out var rows) =>
            FindArgument(rows, constructor, creation.Arguments),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation reference } assignment when IsIn(sinks, reference.Property) => assignment.Value,
        _ => null,
    };

    /// <summary>One method can have rows for several parameters, by its overloads: a text, or a function that returns it.</summary>
    private static IOperation? FindArgument(List<Sink> rows, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var row in rows)
        {
            if (row.Parameter is not null && row.IsOf(method) && Explicit(row.ArgumentIn(arguments)) is { } value)
                return value;
        }

        return null;
    }

    /// <summary>Of a method that is known by its name alone.</summary>
    private static IOperation? FindArgument(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var row in SinkTable.OfAnyType)
        {
            if (Explicit(row.ArgumentIn(arguments)) is { } value)
                return value;
        }

        return null;
    }

    private static IOperation? Explicit(IArgumentOperation? argument) => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && IsText(parameter.OriginalDefinition.Type)
        ? argument.Value
        : null;

    /// <summary>A string, or a function that returns one.</summary>
    private static bool IsText(ITypeSymbol type) =>
        type is { SpecialType: SpecialType.System_String } or INamedTypeSymbol { DelegateInvokeMethod.ReturnType.SpecialType: SpecialType.System_String };
}
