using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Writes down a password that goes to PostgreSQL by itself, by a property, a provider or the environment, as the entry of a connection
/// string of which nothing else is known.
/// </summary>
internal sealed class PasswordTracer(StringTracer strings)
{
    private const string Set = "SetEnvironmentVariable";
    private const string TestContainerBuilder = "PostgreSqlBuilder";

    /// <summary>Where a container of the app's own is reached.</summary>
    private const string Container = "localhost";

    public IEnumerable<TracedText> Trace(IOperation password) => Trace(password, host: null);

    /// <summary>The password that a PostgreSQL gets which the code starts in a container.</summary>
    public IEnumerable<TracedText> TraceContainers(IOperation password) => Trace(password, Container);

    /// <summary>The value that <paramref name="operation"/> gives to libpq's environment variable; null when it is about another, or something else.</summary>
    public static IOperation? FindVariable(IOperation operation) => FindVariable(operation, PostgresVariable.Password);

    /// <summary>As <see cref="FindVariable(IOperation)"/>, for the variable of the image <c>postgres</c>, unless it is a test's container.</summary>
    public static IOperation? FindContainerVariable(IOperation operation) =>
        FindVariable(operation, PostgresVariable.ContainerPassword) is { } value && !IsOfTestContainer(operation) ? value : null;

    /// <summary>Whether a method of this name may set a variable, or a keyword of a builder, which is a dictionary too.</summary>
    public static bool SetsVariables(string method) => method is Set or "Add" or "WithEnvironment";

    private static IOperation? FindVariable(IOperation operation, string variable) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: var method, Arguments: [.., { Value: var name }, { Value: var value }] } when SetsVariables(method) && IsVariable(name, variable) => value,
        IInvocationOperation { TargetMethod.Name: Set, Arguments: [{ Value: var name }, { Value: var value }, _] } when IsVariable(name, variable) => value,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value: var name }] } } assignment when IsVariable(name, variable) => assignment.Value,
        IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithEnvironment" }, ArgumentList.Arguments.Count: 2 } } call
            when call.ChildOperations.ToList() is [.., var name, var value] && IsVariable(name, variable) => value,
        _ => null,
    };

    /// <summary><c>new PostgreSqlBuilder().WithEnvironment(…)</c> of Testcontainers, which its <c>WithPassword</c> is short for.</summary>
    private static bool IsOfTestContainer(IOperation operation)
    {
        if (operation.Type?.Name == TestContainerBuilder)
            return true;

        var node = operation.Syntax;
        while (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var called } })
            node = called;

        return node is ObjectCreationExpressionSyntax { Type: var type } && type.GetLastToken().ValueText == TestContainerBuilder;
    }

    private static bool IsVariable(IOperation name, string variable) => name.ConstantValue is { HasValue: true, Value: string text } && text == variable;

    private IEnumerable<TracedText> Trace(IOperation password, string? host) => ReturnedValues.Of(password)
        .SelectMany(value => StringTracer.ForEachBranch(branches => Entry(strings.Trace(value, branches), host)));

    private static TracedText Entry(TracedText password, string? host)
    {
        var source = password.Pieces.IsEmpty ? null : password.Pieces[0].Source;
        if (source is null)
            return password;

        var text = new TracedTextBuilder();
        text.AddHole(Hole.AnyText, source);
        if (host is not null)
            text.AddEntry(Keyword.Host, host, source);

        text.AddEntry(Keyword.Password, password.Text, source);
        text.IsComposed = true;
        return text.Build(source.GetLocation());
    }
}
