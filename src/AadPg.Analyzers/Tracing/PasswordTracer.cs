using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Writes down a password that goes to PostgreSQL by itself, by a property, a provider or the environment, as the entry of a connection
/// string of which nothing else is known.
/// </summary>
internal sealed class PasswordTracer(StringTracer strings)
{
    /// <summary>The name under which libpq's tools and Npgsql read a password from the environment.</summary>
    private const string Variable = "PGPASSWORD";

    public IEnumerable<TracedText> Trace(IOperation password) => Values(password)
        .SelectMany(value => StringTracer.ForEachBranch(branches => Entry(strings.Trace(value, branches), value.Syntax)));

    /// <summary>The value that <paramref name="operation"/> gives to the environment variable; null when it is about another, or something else.</summary>
    public static IOperation? FindVariable(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "SetEnvironmentVariable" or "Add" or "WithEnvironment", Arguments: [.., { Value: var name }, { Value: var value }] }
            when IsVariable(name) => value,
        IInvocationOperation { TargetMethod.Name: "SetEnvironmentVariable", Arguments: [{ Value: var name }, { Value: var value }, _] } when IsVariable(name) => value,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value: var name }] } } assignment when IsVariable(name) => assignment.Value,
        _ => null,
    };

    private static bool IsVariable(IOperation name) => name.ConstantValue is { HasValue: true, Value: Variable };

    private static TracedText Entry(TracedText password, SyntaxNode source)
    {
        var value = password.Text.Replace(Hole.AnyText, Hole.Scalar);
        var text = new TracedTextBuilder();
        text.AddHole(Hole.AnyText, source);
        text.Add($";{Keyword.Password}={ConnectionStringEditor.Quote(value)}", source);
        text.IsComposed = true;
        return text.Build(source.GetLocation());
    }

    /// <summary>The password itself, or what the function returns, out of a task where it is in one.</summary>
    private static IEnumerable<IOperation> Values(IOperation password)
    {
        while (password is IConversionOperation or IDelegateCreationOperation)
            password = password is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)password).Target;

        return password is IAnonymousFunctionOperation function
            ? function.Body.Descendants().OfType<IReturnOperation>().Select(returned => returned.ReturnedValue).OfType<IOperation>().Select(OutOfTask)
            : [password];
    }

    private static IOperation OutOfTask(IOperation value) => value switch
    {
        IConversionOperation conversion => OutOfTask(conversion.Operand),
        IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: [var result] } => result.Value,
        IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [var result] } => result.Value,
        _ => value,
    };
}
