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

    public IEnumerable<TracedText> Trace(IOperation password) => ReturnedValues.Of(password)
        .SelectMany(value => StringTracer.ForEachBranch(branches => Entry(strings.Trace(value, branches))));

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

    private static TracedText Entry(TracedText password)
    {
        var source = password.Pieces.IsEmpty ? null : password.Pieces[0].Source;
        if (source is null)
            return password;

        var value = password.Text.Replace(Hole.AnyText, Hole.Scalar);
        var text = new TracedTextBuilder();
        text.AddHole(Hole.AnyText, source);
        text.Add($";{Keyword.Password}={ConnectionStringEditor.Quote(value)}", source);
        text.IsComposed = true;
        return text.Build(source.GetLocation());
    }
}
