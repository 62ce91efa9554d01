using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Goes from a reference to a constant, or to a variable or field that is set once, to the expression it is set to, so that a
/// mistake is reported where it is written, and once, however often it is used.
/// </summary>
internal sealed class OriginFinder(SemanticModels models, CancellationToken cancellationToken)
{
    /// <summary>Longer chains of references are not followed; it also ends cycles in half-typed code.</summary>
    private const int MaximumDepth = 16;

    /// <summary>The expression that <paramref name="value"/> comes from: itself when it is no reference, or one that cannot be followed.</summary>
    /// <param name="value">The expression to begin with.</param>
    /// <param name="holders">The constants, fields and variables passed on the way.</param>
    public IOperation Find(IOperation value, out ImmutableArray<ISymbol> holders)
    {
        var passed = ImmutableArray.CreateBuilder<ISymbol>();
        for (var depth = 0; depth < MaximumDepth && Initializer(value) is { } initializer; depth++)
        {
            if (Holder(value) is { } holder)
                passed.Add(holder);

            value = initializer;
        }

        holders = passed.ToImmutable();
        return value;
    }

    private static ISymbol? Holder(IOperation value) => value switch
    {
        IFieldReferenceOperation reference => reference.Field,
        ILocalReferenceOperation reference => reference.Local,
        _ => null,
    };

    private IOperation? Initializer(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
        IParenthesizedOperation parenthesized => parenthesized.Operand,
        IFieldReferenceOperation { Field: { IsConst: true } field } => InitializerOf(field),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } when !IsAssignedInConstructor(field) => InitializerOf(field),
        ILocalReferenceOperation { Local.IsConst: true } reference => InitializerOf(reference.Local),
        ILocalReferenceOperation reference when LocalAssignments.IsSetOnce(reference) => InitializerOf(reference.Local),
        _ => null,
    };

    private IOperation? InitializerOf(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value })
            return null;

        return models.Of(value.SyntaxTree)?.GetOperation(value, cancellationToken);
    }

    /// <summary>Whether a constructor may set the readonly field to something else than its initializer does.</summary>
    private bool IsAssignedInConstructor(IFieldSymbol field) =>
        field.ContainingType.Constructors
            .Concat(field.ContainingType.StaticConstructors)
            .SelectMany(constructor => constructor.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellationToken))
            .OfType<ConstructorDeclarationSyntax>()
            .SelectMany(constructor => constructor.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Any(name => name.Identifier.ValueText == field.Name);
}
