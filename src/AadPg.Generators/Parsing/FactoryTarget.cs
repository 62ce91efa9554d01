using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Generators.Parsing;

/// <summary>Finds the attribute on a class, for the generator by syntax and for the analyzer by symbol.</summary>
internal static class FactoryTarget
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken)
        => node is ClassDeclarationSyntax or RecordDeclarationSyntax;

    public static ConnectionFactorySpec? ReadSpec(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not INamedTypeSymbol { TypeKind: TypeKind.Class } type)
            return null;

        // Of a class with the attribute on two of its parts, only one part is the target: its file must not be made twice.
        var attribute = context.Attributes[0];
        if (type.DeclaringSyntaxReferences.Length > 1 && !ReferenceEquals(attribute, FindAttribute(type)))
            return null;

        var compilation = context.SemanticModel.Compilation;
        var project = ProjectFacts.Of(compilation);
        if (RememberedSpec.Find(context.TargetNode, type, attribute, project) is { } remembered)
            return remembered.Spec;

        var spec = ConnectionFactoryParser.Parse(type, attribute, compilation, cancellationToken).Spec;
        RememberedSpec.Keep(context.TargetNode, type, attribute, project, spec);
        return spec;
    }

    /// <summary>The attribute of the class; of several (an error, CS0579) the first.</summary>
    public static AttributeData? FindAttribute(INamedTypeSymbol type)
        => type.TypeKind is TypeKind.Class ? type.GetAttributes().FirstOrDefault(static attribute => IsFactoryAttribute(attribute.AttributeClass)) : null;

    private static bool IsFactoryAttribute(INamedTypeSymbol? type) => type is
    {
        Name: "AadConnectionFactoryAttribute",
        ContainingType: null,
        ContainingNamespace: { Name: "AadPg", ContainingNamespace.IsGlobalNamespace: true },
    };
}
