using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// The expressions that a field, a property or a method of this compilation can give: its initializer, what it returns, and what its own
/// type assigns to it. Other code may assign more; what is found here can be the value all the same. Found once for each member.
/// </summary>
internal sealed class MemberValues(SemanticModels models)
{
    /// <summary>A member with more values is a table, not a setting.</summary>
    private const int MaximumValues = 16;

    private readonly ConcurrentDictionary<ISymbol, ILookup<string, AssignmentExpressionSyntax>> _assignments = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ExpressionSyntax>> _values = new(SymbolEqualityComparer.Default);

    /// <summary>The values, none when they are not known.</summary>
    public IReadOnlyList<IOperation> Of(ISymbol member, CancellationToken cancellationToken)
    {
        // Not GetOrAdd: a search that is cancelled must not leave half an answer behind.
        if (!_values.TryGetValue(member, out var values))
            _values[member] = values = Find(member.OriginalDefinition, cancellationToken);

        return OperationsOf(values, cancellationToken);
    }

    private ImmutableArray<ExpressionSyntax> Find(ISymbol member, CancellationToken cancellationToken)
    {
        var values = member.DeclaringSyntaxReferences.Length == 1 ? member.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax field => WithAssignments(field.Initializer, member, cancellationToken),
            PropertyDeclarationSyntax { ExpressionBody: { } body } => [body.Expression],
            PropertyDeclarationSyntax property when GetterOf(property) is { } getter => Returned(getter.ExpressionBody, getter.Body),
            PropertyDeclarationSyntax property => WithAssignments(property.Initializer, member, cancellationToken),
            MethodDeclarationSyntax method => Returned(method.ExpressionBody, method.Body),
            LocalFunctionStatementSyntax function => Returned(function.ExpressionBody, function.Body),
            _ => [],
        } : [];
        if (AttributeArguments.IsOfAttribute(member))
            values.AddRange(new AttributeArguments(models).For(member, cancellationToken));

        return values.Count > MaximumValues ? ImmutableArray<ExpressionSyntax>.Empty : values.ToImmutableArray();
    }

    private List<IOperation> OperationsOf(ImmutableArray<ExpressionSyntax> values, CancellationToken cancellationToken)
    {
        var operations = new List<IOperation>();
        foreach (var value in values)
        {
            if (models.Of(value.SyntaxTree)?.GetOperation(value, cancellationToken) is { } operation)
                operations.Add(operation);
        }

        return operations;
    }

    /// <summary>A getter with code; null for an automatic one.</summary>
    private static AccessorDeclarationSyntax? GetterOf(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration) && (accessor.Body is not null || accessor.ExpressionBody is not null));

    private static List<ExpressionSyntax> Returned(ArrowExpressionClauseSyntax? arrow, BlockSyntax? body)
    {
        if (arrow is not null)
            return [arrow.Expression];

        return body is null ? [] : body
            .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .Select(statement => statement.Expression)
            .OfType<ExpressionSyntax>()
            .ToList();
    }

    /// <summary>The initializer, unless every constructor replaces it, and what the type itself assigns.</summary>
    private List<ExpressionSyntax> WithAssignments(EqualsValueClauseSyntax? initializer, ISymbol member, CancellationToken cancellationToken)
    {
        if (member is IFieldSymbol { IsConst: true })
            return initializer is null ? [] : [initializer.Value];

        var assignments = AssignmentsIn(member.ContainingType, cancellationToken)[member.Name]
            .Where(assignment => Assigns(assignment, member, cancellationToken))
            .ToList();
        var values = assignments.ConvertAll(assignment => assignment.Right);
        if (initializer is not null && !AreReplacing(assignments, member))
            values.Insert(0, initializer.Value);

        return values;
    }

    /// <summary>A type's assignments by the name that they assign to; a type is read once for all its members.</summary>
    private ILookup<string, AssignmentExpressionSyntax> AssignmentsIn(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!_assignments.TryGetValue(type, out var assignments))
        {
            _assignments[type] = assignments = type.DeclaringSyntaxReferences
                .SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes())
                .OfType<AssignmentExpressionSyntax>()
                .Where(assignment => assignment.Kind() is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.CoalesceAssignmentExpression)
                .ToLookup(assignment => NameOf(assignment)?.Identifier.ValueText ?? "");
        }

        return assignments;
    }

    private static SimpleNameSyntax? NameOf(AssignmentExpressionSyntax assignment) => assignment.Left switch
    {
        MemberAccessExpressionSyntax { Name: var accessed } => accessed,
        var left => left as SimpleNameSyntax,
    };

    private bool Assigns(AssignmentExpressionSyntax assignment, ISymbol member, CancellationToken cancellationToken) =>
        NameOf(assignment) is { } name
        && SymbolEqualityComparer.Default.Equals(models.Of(name.SyntaxTree)?.GetSymbolInfo(name, cancellationToken).Symbol?.OriginalDefinition, member);

    private static bool AreReplacing(List<AssignmentExpressionSyntax> assignments, ISymbol member)
    {
        var constructors = member.ContainingType.Constructors.Concat(member.ContainingType.StaticConstructors)
            .Where(constructor => constructor.IsStatic == member.IsStatic)
            .ToList();
        return constructors.TrueForAll(constructor => constructor.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax())
            .OfType<ConstructorDeclarationSyntax>()
            .Any(declaration => IsChained(declaration) || assignments.Exists(assignment => IsAlwaysRun(assignment, declaration))))
            && constructors.Count > 0;
    }

    /// <summary>A constructor that calls <c>this(…)</c> leaves the assignment to the other.</summary>
    private static bool IsChained(ConstructorDeclarationSyntax constructor) => constructor.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer);

    private static bool IsAlwaysRun(AssignmentExpressionSyntax assignment, ConstructorDeclarationSyntax constructor) =>
        assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
        && (assignment.Parent == constructor.ExpressionBody || (assignment.Parent is ExpressionStatementSyntax { Parent: BlockSyntax block } && block == constructor.Body));
}
