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

    private readonly ConcurrentDictionary<ISymbol, ILookup<string, MemberWrite>> _writes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ExpressionSyntax>> _values = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether the values are those that the type itself gives, by an initializer or where nothing was set (<c>if (string.IsNullOrEmpty(Server)) Server = "localhost"</c>), to a
    /// property that is there for others to set: by a configuration section, mostly. What they set is not known.
    /// </summary>
    public bool AreInReserve(ISymbol member, CancellationToken cancellationToken) =>
        member is IPropertySymbol { IsStatic: false, IsIndexer: false, SetMethod.DeclaredAccessibility: not Accessibility.Private, DeclaringSyntaxReferences.IsEmpty: false, ContainingType: { } type }
        && !AttributeArguments.IsOfAttribute(member)
        && !ExpressionsOf(member, cancellationToken).IsEmpty
        && WritesIn(type.OriginalDefinition, cancellationToken)[member.Name].All(IsDefault);

    /// <summary>The values, none when they are not known.</summary>
    public IReadOnlyList<IOperation> Of(ISymbol member, CancellationToken cancellationToken) =>
        OperationsOf(ExpressionsOf(member, cancellationToken), cancellationToken);

    private ImmutableArray<ExpressionSyntax> ExpressionsOf(ISymbol member, CancellationToken cancellationToken)
    {
        // Not GetOrAdd: a search that is cancelled must not leave half an answer behind.
        if (!_values.TryGetValue(member, out var values))
            _values[member] = values = Find(member.OriginalDefinition, cancellationToken);

        return values;
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
            ParameterSyntax { Default.Value: { } value } when member is IPropertySymbol => [value],
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

        var writes = WritesIn(member.ContainingType, cancellationToken)[member.Name]
            .Where(write => IsTo(member, write, cancellationToken))
            .ToList();
        var values = writes.Where(write => !IsToBeSet(write.Value, member)).Select(write => write.Value).ToList();
        if (initializer is not null && !IsToBeSet(initializer.Value, member) && !AreReplacing(writes.ConvertAll(write => write.Assignment), member))
            values.Insert(0, initializer.Value);

        return values;
    }

    /// <summary>Nothing, in a member that other code can set: what it holds is not known.</summary>
    private static bool IsToBeSet(ExpressionSyntax initializer, ISymbol member) =>
        member is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod: not null }
        && initializer switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText.Length == 0 || literal.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression,
            PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax literal } => literal.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(string.Empty) } => true,
            _ => false,
        };

    /// <summary>A type's assignments by the name that they assign to; a type is read once for all its members.</summary>
    private ILookup<string, MemberWrite> WritesIn(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!_writes.TryGetValue(type, out var writes))
        {
            _writes[type] = writes = type.DeclaringSyntaxReferences
                .SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes())
                .OfType<AssignmentExpressionSyntax>()
                .Where(assignment => assignment.Kind() is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.CoalesceAssignmentExpression)
                .SelectMany(assignment => WritesBy(assignment, assignment.Left, assignment.Right))
                .ToLookup(write => write.Name.Identifier.ValueText);
        }

        return writes;
    }

    /// <summary>What is given to which name; in <c>(_host, _password) = (host, password)</c> to each its own.</summary>
    private static IEnumerable<MemberWrite> WritesBy(AssignmentExpressionSyntax assignment, ExpressionSyntax target, ExpressionSyntax value) => (target, value) switch
    {
        (TupleExpressionSyntax { Arguments: var targets }, TupleExpressionSyntax { Arguments: var values }) when targets.Count == values.Count =>
            targets.Zip(values, (one, given) => WritesBy(assignment, one.Expression, given.Expression)).SelectMany(writes => writes),
        (MemberAccessExpressionSyntax { Name: var name }, _) => [new(assignment, name, value)],
        (SimpleNameSyntax name, _) => [new(assignment, name, value)],
        _ => [],
    };

    private bool IsTo(ISymbol member, MemberWrite write, CancellationToken cancellationToken) =>
        SymbolEqualityComparer.Default.Equals(models.Of(write.Name.SyntaxTree)?.GetSymbolInfo(write.Name, cancellationToken).Symbol?.OriginalDefinition, member);

    private static bool IsDefault(MemberWrite write) =>
        write.Assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression)
        || (write.Assignment.FirstAncestorOrSelf<IfStatementSyntax>() is { Condition: var condition, Statement: var statement }
            && statement.Span.Contains(write.Assignment.Span)
            && condition.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == write.Name.Identifier.ValueText)
            && condition.DescendantTokens().Any(token => token.ValueText is "null" or nameof(string.IsNullOrEmpty) or nameof(string.IsNullOrWhiteSpace)));

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

    private readonly record struct MemberWrite(AssignmentExpressionSyntax Assignment, SimpleNameSyntax Name, ExpressionSyntax Value);
}
