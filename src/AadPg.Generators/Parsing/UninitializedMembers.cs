using AadPg.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Generators.Parsing;

/// <summary>
/// Finds the user's fields, properties and events that the generated constructor leaves null though they are not nullable. The
/// compiler says so at that constructor (CS8618), where nobody can do anything about it; we say it at the member.
/// </summary>
internal static class UninitializedMembers
{
    /// <returns>Whether the compiler may report CS8618 at the generated constructor.</returns>
    public static bool Check(INamedTypeSymbol type, UsageProblems problems, CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var member in type.GetMembers().Select(FindStored).OfType<ISymbol>())
        {
            if (GeneratedMark.IsOn(member) || !IsWrittenWithoutValue(member, cancellationToken))
                continue;

            any = true;
            if (!MayBeNull(member))
                problems.Report(UsageDescriptors.MemberLeftNull, member.Locations[0], member.Name);
        }

        return any;
    }

    /// <summary>The member whose value is kept here, if null does not suit it; of a property, the backing field tells.</summary>
    private static ISymbol? FindStored(ISymbol member) => member switch
    {
        IFieldSymbol { IsStatic: false, Type.IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } field => field.AssociatedSymbol ?? field,
        IEventSymbol { IsStatic: false, NullableAnnotation: NullableAnnotation.NotAnnotated } => member,
        _ => null,
    };

    /// <summary>An event with accessors and a captured parameter are declared otherwise, and are not meant.</summary>
    private static bool IsWrittenWithoutValue(ISymbol member, CancellationToken cancellationToken)
        => member.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is
            VariableDeclaratorSyntax { Initializer: null } or PropertyDeclarationSyntax { Initializer: null });

    /// <summary>An attribute, or an accessor that gives a value on first use, says that null is expected.</summary>
    private static bool MayBeNull(ISymbol member)
        => member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "MaybeNullAttribute" or "AllowNullAttribute")
            || member.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is PropertyDeclarationSyntax property && HasBody(property));

    private static bool HasBody(PropertyDeclarationSyntax property)
        => property.ExpressionBody is not null
            || property.AccessorList is { } accessors && accessors.Accessors.Any(static accessor => accessor.Body is not null || accessor.ExpressionBody is not null);
}
