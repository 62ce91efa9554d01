using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Usage;

/// <summary>Corrections of a factory's class and constructors.</summary>
internal static class DeclarationFixes
{
    /// <summary><c>partial</c> stands right before the keyword, behind all other modifiers.</summary>
    public static TextChange? MakePartial(SyntaxNode node)
        => node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
            ? new TextChange(new TextSpan(declaration.Keyword.SpanStart, 0), "partial ")
            : null;

    /// <summary>One that calls a base constructor may need what that does.</summary>
    public static TextChange? CallGeneratedConstructor(SyntaxNode node)
        => node.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is { Initializer: null } constructor
            ? new TextChange(new TextSpan(constructor.ParameterList.Span.End, 0), " : this(configure: null)")
            : null;
}
