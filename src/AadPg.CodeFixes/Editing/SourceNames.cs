using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes.Editing;

/// <summary>How to name a type, or to reach an extension method, in a file: with the usings that it has, or one more.</summary>
internal static class SourceNames
{
    /// <summary>The type's simple name, with a using directive where one is missing; the full name where the simple one means something else.</summary>
    public static string Of(INamedTypeSymbol type, SemanticModel model, int position, SourceEdits edits)
    {
        var visible = model.LookupSymbols(position, name: type.Name);
        if (visible.Length == 1 && SymbolEqualityComparer.Default.Equals(visible[0], type))
            return type.Name;

        if (!visible.IsEmpty || !CanImport(type.ContainingNamespace, model))
            return type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

        edits.Import(model.SyntaxTree, type.ContainingNamespace.ToDisplayString());
        return type.Name;
    }

    /// <summary>Makes <paramref name="extension"/> callable on <paramref name="receiver"/>, with a using directive where one is missing.</summary>
    public static bool TryReach(IMethodSymbol extension, ITypeSymbol receiver, SemanticModel model, int position, SourceEdits edits)
    {
        var visible = model.LookupSymbols(position, receiver, extension.Name, includeReducedExtensionMethods: true).OfType<IMethodSymbol>();
        if (visible.Any(method => SymbolEqualityComparer.Default.Equals(method.ReducedFrom, extension)))
            return true;

        var canImport = CanImport(extension.ContainingNamespace, model);
        if (canImport)
            edits.Import(model.SyntaxTree, extension.ContainingNamespace.ToDisplayString());

        return canImport;
    }

    /// <summary>Whether a using directive for the namespace leaves every name in the file as clear as it is.</summary>
    private static bool CanImport(INamespaceSymbol @namespace, SemanticModel model)
    {
        var imported = model.Compilation.GetCompilationNamespace(@namespace);
        return imported is not null && !model.SyntaxTree.GetRoot().DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Where(name => !imported.GetTypeMembers(name.Identifier.ValueText).IsEmpty)
            .Select(name => model.GetSymbolInfo(name).Symbol)
            .OfType<INamedTypeSymbol>()
            .Any(type => !SymbolEqualityComparer.Default.Equals(model.Compilation.GetCompilationNamespace(type.ContainingNamespace), imported));
    }
}
