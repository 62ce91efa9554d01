using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Generators.Parsing;

/// <summary>Finds the attribute on a property or method, for the generator by syntax and for the analyzer by symbol.</summary>
internal static class ConnectionMemberTarget
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is PropertyDeclarationSyntax or MethodDeclarationSyntax;

    public static ConnectionMemberSpec? ReadSpec(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
        => FindAttribute(context.TargetSymbol) is { } attribute && IsOn(attribute, context.TargetNode)
            ? ConnectionMemberParser.Parse(context.TargetSymbol, attribute, context.SemanticModel.Compilation, cancellationToken).Spec
            : null;

    /// <summary>The attribute of the member; of several (an error, CS0579) the first.</summary>
    public static AttributeData? FindAttribute(ISymbol member) => member.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass is
    {
        Name: "AadConnectionAttribute",
        ContainingType: null,
        ContainingNamespace: { Name: "AadPg", ContainingNamespace.IsGlobalNamespace: true },
    });

    /// <summary>Both halves of a partial member show the attributes of both.</summary>
    public static bool IsOn(AttributeData attribute, SyntaxNode declaration)
        => attribute.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == declaration.SyntaxTree && declaration.Span.Contains(reference.Span);
}
