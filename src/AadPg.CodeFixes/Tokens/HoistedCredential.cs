using AadPg.Analyzers.Tokens;
using AadPg.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Tokens;

/// <summary>Moves the creation of a credential to a static field of the type, or in top-level statements to a variable before them.</summary>
internal static class HoistedCredential
{
    public static bool TryHoist(TokenSite site, SourceEdits edits)
    {
        if (site.Operation is not IObjectCreationOperation { Type: INamedTypeSymbol type, Syntax: BaseObjectCreationExpressionSyntax syntax } creation
            || !TokenTypes.IsCredential(type)
            || !IsIndependent(creation)
            || CredentialCreations.OwnerOf(syntax) is not { } owner)
        {
            return false;
        }

        var creations = CredentialCreations.Around(site);
        if (creations.Of(syntax) is not { } group)
            return false;

        var name = creations.NameOf(group);
        var isMoved = owner is TypeDeclarationSyntax declaration
            ? CanHaveField(declaration) && (group.Existing is not null || TryAddField(site, declaration, creations, group, name, edits))
            : CanCapture(syntax) && (group.Existing is not null || TryAddVariable(site, (CompilationUnitSyntax)owner, creations, group, name, edits));
        edits.Replace(site.Tree, syntax.Span, name);
        return isMoved;
    }

    /// <summary>Nothing in the creation belongs to the code around it.</summary>
    public static bool IsIndependent(IObjectCreationOperation creation) => creation.Descendants().All(operation => operation is not
        (ILocalReferenceOperation or IParameterReferenceOperation or IAwaitOperation or IAnonymousFunctionOperation or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }));

    private static bool CanHaveField(TypeDeclarationSyntax declaration) => declaration is { OpenBraceToken.RawKind: not 0 } and not InterfaceDeclarationSyntax;

    private static bool CanCapture(SyntaxNode creation) => !creation.Ancestors().Any(ancestor =>
        ancestor is LocalFunctionStatementSyntax || (ancestor is AnonymousFunctionExpressionSyntax lambda && lambda.Modifiers.Any(SyntaxKind.StaticKeyword)));

    /// <summary>Behind the last field that is not one of a later group.</summary>
    private static bool TryAddField(TokenSite site, TypeDeclarationSyntax declaration, CredentialCreations creations, CredentialCreations.Group group, string name, SourceEdits edits)
    {
        var creation = (BaseObjectCreationExpressionSyntax)site.Operation.Syntax;
        var source = site.Tree.GetText();
        var type = creation is ObjectCreationExpressionSyntax explicitCreation ? explicitCreation.Type.ToString() : SourceNames.Of((INamedTypeSymbol)site.Operation.Type!, site.Model, creation.SpanStart, edits);
        var text = $"private static readonly {type} {name} = {CredentialExpression.TextOf(site.Operation, creation, site.Model, edits)};";
        var newLine = Layout.NewLine(source);
        var fields = declaration.Members.OfType<FieldDeclarationSyntax>().ToList();
        var index = fields.FindLastIndex(field => !creations.IsBehind(field.Declaration.Variables[0].Initializer?.Value, group));
        if (index >= 0 && !fields[index].Span.Contains(creation.Span))
            edits.Insert(site.Tree, EndOfLine(fields[index]), newLine + Layout.IndentationAt(source, fields[index].SpanStart) + text);
        else if (index < 0 && fields.Count > 0 && Layout.IsFirstOnLine(source, fields[0].SpanStart))
            edits.Insert(site.Tree, fields[0].SpanStart, text + newLine + Layout.IndentationAt(source, fields[0].SpanStart));
        else if (declaration.Members.FirstOrDefault() is { } first && Layout.IsFirstOnLine(source, first.SpanStart))
            edits.Insert(site.Tree, declaration.OpenBraceToken.Span.End, newLine + Layout.IndentationAt(source, first.SpanStart) + text + newLine);
        else
            edits.Insert(site.Tree, declaration.OpenBraceToken.Span.End, " " + text);

        return true;
    }

    /// <summary>Behind a comment at the end of the line, which belongs to what stands before it.</summary>
    private static int EndOfLine(SyntaxNode node)
    {
        var comment = node.GetTrailingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));
        return comment.IsKind(SyntaxKind.None) ? node.Span.End : comment.Span.End;
    }

    /// <summary>Before the first statement that makes the credential, and before the variables of later groups there.</summary>
    private static bool TryAddVariable(TokenSite site, CompilationUnitSyntax unit, CredentialCreations creations, CredentialCreations.Group group, string name, SourceEdits edits)
    {
        var source = site.Tree.GetText();
        var statements = unit.Members.OfType<GlobalStatementSyntax>().ToList();
        var index = statements.FindIndex(statement => group.Places.Any(place => statement.Span.Contains(place.Span)));
        while (index > 0 && creations.IsBehind(CredentialCreations.VariableOf(statements[index - 1])?.Initializer!.Value, group))
            index--;

        var start = statements[index].SpanStart;
        if (!Layout.IsFirstOnLine(source, start))
            return false;

        var text = CredentialExpression.TextOf(site.Operation, site.Operation.Syntax, site.Model, edits);
        edits.Insert(site.Tree, start, $"var {name} = {text};{Layout.NewLine(source)}{Layout.IndentationAt(source, start)}");
        return true;
    }
}
