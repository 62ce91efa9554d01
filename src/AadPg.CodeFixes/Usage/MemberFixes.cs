using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Usage;

/// <summary>Corrections of a property or method that is to be a data source.</summary>
internal static class MemberFixes
{
    /// <summary>Of the oldest compiler that is supported, the enum does not have it.</summary>
    private const LanguageVersion CSharp13 = (LanguageVersion)1300;

    /// <summary>The member and the types around it become partial, if that is all that its declaration lacks.</summary>
    public static ImmutableArray<TextChange> MakePartial(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { Parent: ClassDeclarationSyntax } member
            || DataSourceType(member) is not { } type
            || !Names(type, "NpgsqlDataSource")
            || NamesConnection(member) && !HasConfiguration(member))
            return ImmutableArray<TextChange>.Empty;

        return member.Ancestors()
            .OfType<TypeDeclarationSyntax>()
            .Where(static around => !IsPartial(around))
            .Select(static around => around.Keyword.SpanStart)
            .Concat(IsPartial(member) ? [] : [type.SpanStart])
            .OrderBy(static place => place)
            .Select(static place => new TextChange(new TextSpan(place, 0), "partial "))
            .ToImmutableArray();
    }

    /// <summary>The type of a member whose form is right otherwise; <c>partial</c> stands right before it.</summary>
    private static TypeSyntax? DataSourceType(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax { ExpressionBody: null, Initializer: null, Type: not NullableTypeSyntax, AccessorList.Accessors: [{ RawKind: (int)SyntaxKind.GetAccessorDeclaration, Body: null, ExpressionBody: null }] } property
            when (member.SyntaxTree.Options as CSharpParseOptions)?.LanguageVersion >= CSharp13 => property.Type,
        MethodDeclarationSyntax { Body: null, ExpressionBody: null, ReturnType: not NullableTypeSyntax, ParameterList.Parameters.Count: 0, TypeParameterList: null } method
            when method.Modifiers.Any(static modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())) => method.ReturnType,
        _ => null,
    };

    /// <summary>One of the attributes has an argument by position, as only <c>[AadConnection("Orders")]</c> has on a member of this type.</summary>
    private static bool NamesConnection(MemberDeclarationSyntax member) => member.AttributeLists
        .SelectMany(static list => list.Attributes)
        .Any(static attribute => attribute.ArgumentList?.Arguments.Any(static argument => argument.NameEquals is null) == true);

    private static bool HasConfiguration(MemberDeclarationSyntax member) => ((TypeDeclarationSyntax)member.Parent!).Members.Any(other =>
        (IsStatic(other) || !IsStatic(member))
        && ((other as FieldDeclarationSyntax)?.Declaration.Type ?? (other as PropertyDeclarationSyntax)?.Type) is { } type and not NullableTypeSyntax
        && Names(type, "IConfiguration"));

    private static bool Names(TypeSyntax type, string name)
        => type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(part => part.Identifier.ValueText == name);

    private static bool IsStatic(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.StaticKeyword);

    private static bool IsPartial(MemberDeclarationSyntax declaration) => declaration.Modifiers.Any(SyntaxKind.PartialKeyword);
}
