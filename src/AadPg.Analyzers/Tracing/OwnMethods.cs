using System.Collections.Concurrent;
using System.Collections.Immutable;
using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// The methods and constructors of the app itself that may hand what they are given to PostgreSQL, and the operations in them that would. Each is
/// looked through once, and only when a call of it carries something: see <see cref="CallSite"/>.
/// </summary>
internal sealed class OwnMethods(SemanticModels models)
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IOperation>> _operations = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// The sinks, and the calls of other methods, in the body of <paramref name="method"/>. What a constructor is given, its whole type may use.
    /// </summary>
    public ImmutableArray<IOperation> Operations(IMethodSymbol method, CancellationToken cancellationToken)
    {
        // Not GetOrAdd: a search that is cancelled must not leave half an answer behind.
        if (!_operations.TryGetValue(method, out var operations))
            _operations[method] = operations = Find(method, cancellationToken);

        return operations;
    }

    private ImmutableArray<IOperation> Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var isConstructor = method.MethodKind == MethodKind.Constructor;
        var declarations = (isConstructor ? method.ContainingType : (ISymbol)method).DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).ToList();
        var names = new HashSet<string>(method.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal);
        if (!declarations.Exists(declaration => MayHandOver(declaration, names)))
            return ImmutableArray<IOperation>.Empty;

        return declarations
            .SelectMany(declaration => isConstructor ? declaration.DescendantNodes(node => node == declaration || node is not TypeDeclarationSyntax).Where(HasCode) : [declaration])
            .Select(body => models.Of(body.SyntaxTree)?.GetOperation(body, cancellationToken))
            .OfType<IOperation>()
            .SelectMany(body => body.DescendantsAndSelf())
            .Where(operation => operation is IInvocationOperation or IObjectCreationOperation or ISimpleAssignmentOperation or ILiteralOperation or IInvalidOperation)
            .ToImmutableArray();
    }

    /// <summary>A look at the words, before anything is bound: a sink's, or a parameter that is passed on.</summary>
    private static bool MayHandOver(SyntaxNode declaration, HashSet<string> parameters) => declaration.DescendantNodes().OfType<SimpleNameSyntax>().Any(name =>
        SinkFinder.IsWord(name.Identifier.ValueText) || (parameters.Contains(name.Identifier.ValueText) && name.FirstAncestorOrSelf<ArgumentSyntax>() is not null));

    private static bool HasCode(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PrimaryConstructorBaseTypeSyntax => true,
        ArrowExpressionClauseSyntax arrow => arrow.Parent is BasePropertyDeclarationSyntax,
        EqualsValueClauseSyntax value => value.Parent is PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax },
        _ => false,
    };
}
