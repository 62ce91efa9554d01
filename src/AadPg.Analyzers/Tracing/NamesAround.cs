using AadPg.Analyzers.ConfigFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Reads the names that a text in code is given to or stored under, as the path to a value in a config file.</summary>
internal static class NamesAround
{
    /// <summary>
    /// The key of the entry, or the variable, property, parameter and method that the text goes to or comes out of; the nearest one is the last.
    /// </summary>
    public static ConfigPath Of(IOperation text)
    {
        var names = new List<string>();
        for (var parent = text.Parent; parent is not null; parent = parent.Parent)
            names.AddRange(NamesOf(parent).Reverse());

        names.AddRange(text.Syntax.Ancestors().Select(NameOf).OfType<string>());
        names.Reverse();
        return new ConfigPath(names);
    }

    /// <summary>Whether the text is an entry of a configuration: <c>["ConnectionStrings:Shop"] = "…"</c>.</summary>
    public static string? KeyOf(IOperation text) => text.Parent switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }] } } => key,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }, _] } } => key,
        IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "KeyValuePair", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }, _] } } => key,
        _ => null,
    };

    private static IEnumerable<string> NamesOf(IOperation parent) => parent switch
    {
        IArgumentOperation { Parameter: { } parameter } => [parameter.Name],
        IInvocationOperation { TargetMethod: { } method } => [method.ContainingType?.Name ?? "", method.Name],
        IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } } => [name.Identifier.ValueText],
        IObjectCreationOperation { Type: { } type } => [type.Name],
        IInvalidOperation { Syntax: ObjectCreationExpressionSyntax { Type: SimpleNameSyntax name } } => [name.Identifier.ValueText],
        IAssignmentOperation { Target: IMemberReferenceOperation { Member: { } member } } => [member.Name],
        IAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local } } => [local.Name],
        _ => [],
    };

    private static string? NameOf(SyntaxNode ancestor) => ancestor switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => null,
    };
}
