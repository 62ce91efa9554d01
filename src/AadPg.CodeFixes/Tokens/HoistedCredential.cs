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
        if (site.Operation is not IObjectCreationOperation { Type: INamedTypeSymbol type } creation || !site.Types.IsCredential(type) || !IsIndependent(creation))
            return false;

        var text = CredentialExpression.TextOf(creation, creation.Syntax, site.Model, edits);
        var owner = creation.Syntax.Ancestors().FirstOrDefault(ancestor => ancestor is TypeDeclarationSyntax or GlobalStatementSyntax);
        return owner switch
        {
            TypeDeclarationSyntax { OpenBraceToken.RawKind: not 0 } declaration and not InterfaceDeclarationSyntax => TryMoveToField(site, declaration, type, text, edits),
            GlobalStatementSyntax statement => TryMoveToVariable(site, statement, text, edits),
            _ => false,
        };
    }

    /// <summary>Nothing in the creation belongs to the code around it.</summary>
    private static bool IsIndependent(IObjectCreationOperation creation) => creation.Descendants().All(operation => operation is not
        (ILocalReferenceOperation or IParameterReferenceOperation or IAwaitOperation or IAnonymousFunctionOperation or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }));

    private static bool TryMoveToField(TokenSite site, TypeDeclarationSyntax declaration, INamedTypeSymbol type, string text, SourceEdits edits)
    {
        var creation = site.Operation.Syntax;
        if (ExistingField(declaration, text) is { } existing)
        {
            edits.Replace(site.Tree, creation.Span, existing);
            return true;
        }

        var source = site.Tree.GetText();
        var name = FreeName(declaration, creation, site.Model);
        var typeName = creation is ObjectCreationExpressionSyntax explicitCreation ? explicitCreation.Type.ToString() : SourceNames.Of(type, site.Model, creation.SpanStart, edits);
        var field = $"private static readonly {typeName} {name} = {text};";
        var newLine = Layout.NewLine(source);
        if (declaration.Members.OfType<FieldDeclarationSyntax>().LastOrDefault() is { } lastField && !lastField.Span.Contains(creation.Span))
            edits.Insert(site.Tree, EndOfLine(lastField), newLine + Layout.IndentationAt(source, lastField.SpanStart) + field);
        else if (declaration.Members.FirstOrDefault() is { } first && Layout.IsFirstOnLine(source, first.SpanStart))
            edits.Insert(site.Tree, declaration.OpenBraceToken.Span.End, newLine + Layout.IndentationAt(source, first.SpanStart) + field + newLine);
        else
            edits.Insert(site.Tree, declaration.OpenBraceToken.Span.End, " " + field);

        edits.Replace(site.Tree, creation.Span, name);
        return true;
    }

    /// <summary>Behind a comment at the end of the line, which belongs to what stands before it.</summary>
    private static int EndOfLine(SyntaxNode node)
    {
        var comment = node.GetTrailingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));
        return comment.IsKind(SyntaxKind.None) ? node.Span.End : comment.Span.End;
    }

    private static bool TryMoveToVariable(TokenSite site, GlobalStatementSyntax statement, string text, SourceEdits edits)
    {
        var creation = site.Operation.Syntax;
        var source = site.Tree.GetText();
        var cannotCapture = creation.Ancestors().Any(ancestor => ancestor is LocalFunctionStatementSyntax || (ancestor is AnonymousFunctionExpressionSyntax lambda && lambda.Modifiers.Any(SyntaxKind.StaticKeyword)));
        if (cannotCapture || !Layout.IsFirstOnLine(source, statement.SpanStart))
            return false;

        var name = FreeName("credential", candidate => !site.Model.LookupSymbols(creation.SpanStart, name: candidate).IsEmpty);
        edits.Insert(site.Tree, statement.SpanStart, $"var {name} = {text};{Layout.NewLine(source)}{Layout.IndentationAt(source, statement.SpanStart)}");
        edits.Replace(site.Tree, creation.Span, name);
        return true;
    }

    /// <summary>A static field that is set to the same creation.</summary>
    private static string? ExistingField(TypeDeclarationSyntax declaration, string text) => declaration.Members
        .OfType<FieldDeclarationSyntax>()
        .Where(field => field.Modifiers.Any(SyntaxKind.StaticKeyword) && field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))
        .SelectMany(field => field.Declaration.Variables)
        .FirstOrDefault(variable => variable.Initializer?.Value.ToString() == text)?.Identifier.Text;

    /// <summary>Spelled as the type spells its fields.</summary>
    private static string FreeName(TypeDeclarationSyntax declaration, SyntaxNode place, SemanticModel model)
    {
        var fields = declaration.Members.OfType<FieldDeclarationSyntax>()
            .Where(field => !field.Modifiers.Any(SyntaxKind.ConstKeyword))
            .ToLookup(field => field.Modifiers.Any(SyntaxKind.StaticKeyword), field => field.Declaration.Variables[0].Identifier.Text);
        var name = fields[true].Any(field => field.StartsWith("s_", StringComparison.Ordinal)) ? "s_credential"
            : fields[true].Any(field => char.IsUpper(field[0])) ? "Credential"
            : "_credential";
        return FreeName(name, candidate => !model.LookupSymbols(place.SpanStart, name: candidate).IsEmpty);
    }

    private static string FreeName(string name, Func<string, bool> isTaken)
    {
        var candidate = name;
        for (var number = 2; isTaken(candidate); number++)
            candidate = name + number;

        return candidate;
    }
}
