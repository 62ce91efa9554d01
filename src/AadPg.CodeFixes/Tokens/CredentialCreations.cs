using AadPg.Analyzers.Tokens;
using AadPg.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Tokens;

/// <summary>
/// The credentials that a type, or a file of top-level statements, makes: one group for each owner and text. Their order is that of the owners
/// and texts, which stays as it is while one after the other is moved; so do the names, whichever is moved first.
/// </summary>
internal sealed class CredentialCreations
{
    private readonly List<Group> _groups;
    private readonly TokenSite _site;

    private CredentialCreations(TokenSite site, List<Group> groups) => (_site, _groups) = (site, groups);

    /// <summary>The creations of one text in one type declaration, or in the top-level statements of a file.</summary>
    /// <param name="Owner">The declaration or the file.</param>
    /// <param name="Text">The creation as source, with its type.</param>
    /// <param name="Places">The creations.</param>
    public sealed record Group(SyntaxNode Owner, string Text, IReadOnlyList<SyntaxNode> Places)
    {
        /// <summary>The static field, or the variable, that the creation is kept in already.</summary>
        public string? Existing => (Owner is TypeDeclarationSyntax declaration
            ? declaration.Members.OfType<FieldDeclarationSyntax>().Where(IsConstant).SelectMany(constant => constant.Declaration.Variables)
            : ((CompilationUnitSyntax)Owner).Members.OfType<GlobalStatementSyntax>().Select(VariableOf).OfType<VariableDeclaratorSyntax>())
                .FirstOrDefault(variable => variable.Initializer?.Value.ToString() == Text)?.Identifier.Text;

        private static bool IsConstant(FieldDeclarationSyntax constant) => constant.Modifiers.Any(SyntaxKind.StaticKeyword) && constant.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);
    }

    /// <summary>The owner of a creation; null when it stands in neither.</summary>
    public static SyntaxNode? OwnerOf(SyntaxNode creation) => creation.Ancestors().FirstOrDefault(ancestor => ancestor is TypeDeclarationSyntax or GlobalStatementSyntax) switch
    {
        GlobalStatementSyntax statement => statement.Parent,
        var declaration => declaration,
    };

    /// <summary>The variable that a top-level statement declares and sets.</summary>
    public static VariableDeclaratorSyntax? VariableOf(GlobalStatementSyntax statement) =>
        statement.Statement is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer: not null } variable] } ? variable : null;

    /// <summary>Those around <paramref name="site"/>: of all parts of the outermost type, or of the file.</summary>
    public static CredentialCreations Around(TokenSite site)
    {
        var outermost = site.Operation.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault();
        var parts = outermost is not null && site.Model.GetDeclaredSymbol(outermost) is { } type
            ? type.DeclaringSyntaxReferences.OrderBy(part => part.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(part => part.Span.Start).Select(part => part.GetSyntax())
            : [site.Tree.GetRoot()];
        var groups = parts
            .SelectMany(part => part.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
            .Select(creation => (Owner: OwnerOf(creation), Text: TextOf(creation, site), Place: (SyntaxNode)creation))
            .Where(found => found is { Owner: not null, Text: not null })
            .GroupBy(found => (found.Owner, found.Text), (key, found) => new Group(key.Owner!, key.Text!, found.Select(creation => creation.Place).ToList()))
            .GroupBy(group => group.Owner, (_, ofOwner) => ofOwner.OrderBy(group => group.Text, StringComparer.Ordinal))
            .SelectMany(ofOwner => ofOwner)
            .Where(group => group.Existing is not null || group.Places.Any(IsInFunction))
            .ToList();
        return new CredentialCreations(site, groups);
    }

    /// <summary>The group of a creation; null when it is none that can be moved.</summary>
    public Group? Of(SyntaxNode creation) => _groups.Find(group => group.Places.Contains(creation));

    /// <summary>Whether an expression is a creation whose group comes behind <paramref name="group"/>.</summary>
    public bool IsBehind(ExpressionSyntax? creation, Group group) => creation is not null && _groups.FindIndex(other => other.Places.Contains(creation)) > _groups.IndexOf(group);

    /// <summary>The name of the group's field or variable: the one that it has, or the next that neither a group before it nor anything else has.</summary>
    public string NameOf(Group group)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var other in _groups)
        {
            var name = other.Existing ?? FreeName(other, taken);
            if (other == group)
                return name;

            taken.Add(name);
        }

        throw new ArgumentException("The group is one of these.", nameof(group));
    }

    private string FreeName(Group group, HashSet<string> taken)
    {
        var name = group.Owner is TypeDeclarationSyntax declaration ? Spelled(declaration) : "credential";
        return NumberedNames.Of(name)
            .First(candidate => !taken.Contains(candidate) && group.Places.All(place => _site.Tracer.Models.Of(place.SyntaxTree)?.LookupSymbols(place.SpanStart, name: candidate).IsEmpty == true));
    }

    /// <summary>Spelled as the type spells its fields.</summary>
    private static string Spelled(TypeDeclarationSyntax declaration)
    {
        var fields = declaration.Members.OfType<FieldDeclarationSyntax>()
            .Where(field => field.Modifiers.Any(SyntaxKind.StaticKeyword) && !field.Modifiers.Any(SyntaxKind.ConstKeyword))
            .Select(field => field.Declaration.Variables[0].Identifier.Text)
            .ToList();
        return fields.Exists(field => field.StartsWith("s_", StringComparison.Ordinal)) ? "s_credential"
            : fields.Exists(field => char.IsUpper(field[0])) ? "Credential"
            : "_credential";
    }

    /// <summary>What a constructor or an initializer makes is made once.</summary>
    private static bool IsInFunction(SyntaxNode creation) => creation.Ancestors().FirstOrDefault(ancestor =>
        ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax) is not (null or ConstructorDeclarationSyntax);

    /// <summary>The source of a creation that can be moved; null for another one, and for a part of a larger credential.</summary>
    private static string? TextOf(BaseObjectCreationExpressionSyntax creation, TokenSite site)
    {
        if (site.Tracer.Models.Of(creation.SyntaxTree) is not { } model
            || model.GetOperation(creation) is not IObjectCreationOperation operation
            || !TokenTypes.IsCredential(operation.Type)
            || !HoistedCredential.IsIndependent(operation))
        {
            return null;
        }

        var isPart = creation.Ancestors().TakeWhile(ancestor => ancestor is not StatementSyntax).OfType<BaseObjectCreationExpressionSyntax>().Any(outer => TokenTypes.IsCredential(model.GetTypeInfo(outer).Type));
        return isPart ? null : CredentialExpression.TextOf(operation, creation, model, new SourceEdits(site.Document.Project.Solution));
    }
}
