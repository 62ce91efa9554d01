using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// The arguments that the compilation gives to an attribute of its own, wherever it is applied: what code that reads the attribute gets. Few
/// connection strings come that way, so the files are only looked through when one does.
/// </summary>
internal sealed class AttributeArguments(SemanticModels models)
{
    private const string Suffix = "Attribute";

    public static bool IsOfAttribute(ISymbol member) => member.ContainingType?.BaseType is { Name: Suffix, ContainingNamespace.Name: "System" };

    /// <summary>What is given to a parameter of the attribute's constructor, or to one of its properties or fields.</summary>
    public List<ExpressionSyntax> For(ISymbol member, CancellationToken cancellationToken)
    {
        var arguments = new List<ExpressionSyntax>();
        foreach (var attribute in Applications(member, cancellationToken))
        {
            if (attribute.ArgumentList?.Arguments is not { } list)
                continue;

            var argument = member is IParameterSymbol parameter
                ? list.FirstOrDefault(given => given.NameColon?.Name.Identifier.ValueText == parameter.Name) ?? list.Where(given => given is { NameColon: null, NameEquals: null }).ElementAtOrDefault(parameter.Ordinal)
                : list.FirstOrDefault(given => given.NameEquals?.Name.Identifier.ValueText == member.Name);
            if (argument is not null)
                arguments.Add(argument.Expression);
        }

        return arguments;
    }

    private IEnumerable<AttributeSyntax> Applications(ISymbol member, CancellationToken cancellationToken)
    {
        var type = member.ContainingType;
        var name = type.Name;
        var shortName = name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
        return models.Compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot(cancellationToken).DescendantNodes().OfType<AttributeSyntax>())
            .Where(attribute => NameOf(attribute.Name) is { } written && (written == name || written == shortName)
                && models.Of(attribute.SyntaxTree)?.GetSymbolInfo(attribute, cancellationToken).Symbol is IMethodSymbol constructor
                && (member is IParameterSymbol ? SymbolEqualityComparer.Default.Equals(constructor, member.ContainingSymbol) : SymbolEqualityComparer.Default.Equals(constructor.ContainingType, type)));
    }

    private static string? NameOf(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        _ => null,
    };
}
