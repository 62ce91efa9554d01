using AadPg.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Generators.Parsing;

/// <summary>Checks that the generated constructor can stand beside the user's, and that theirs go through it.</summary>
internal static class FactoryConstructors
{
    private const string ConfigureParameter = "global::System.Action<global::AadPg.AadConnectionFactoryOptions>";

    public static void Check(INamedTypeSymbol type, Compilation compilation, UsageProblems problems, CancellationToken cancellationToken)
    {
        CheckBase(type, compilation, problems, cancellationToken);
        foreach (var constructor in type.InstanceConstructors)
        {
            if (!constructor.IsImplicitlyDeclared && !GeneratedMark.IsOn(constructor))
                CheckDeclared(type, constructor, problems, cancellationToken);
        }
    }

    private static void CheckDeclared(INamedTypeSymbol type, IMethodSymbol constructor, UsageProblems problems, CancellationToken cancellationToken)
    {
        var syntax = constructor.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        if (syntax is TypeDeclarationSyntax { ParameterList: { } parameters })
            problems.Report(UsageDescriptors.PrimaryConstructor, parameters.GetLocation(), type.Name);
        else if (TakesConfigure(constructor))
            problems.Report(UsageDescriptors.FactoryMemberConflict, constructor.Locations[0], type.Name, $"{type.Name}(Action<AadConnectionFactoryOptions>)");
        else if (!IsCopy(constructor) && syntax is ConstructorDeclarationSyntax { Initializer: not { RawKind: (int)SyntaxKind.ThisConstructorInitializer } })
            problems.Report(UsageDescriptors.ConstructorSkipsDataSource, constructor.Locations[0], type.Name);
    }

    private static bool TakesConfigure(IMethodSymbol constructor)
        => constructor.Parameters is [var parameter] && parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) == ConfigureParameter;

    /// <summary>A record's copy constructor takes the data source from the original.</summary>
    private static bool IsCopy(IMethodSymbol constructor)
        => constructor.ContainingType.IsRecord
            && constructor.Parameters is [var original]
            && SymbolEqualityComparer.Default.Equals(original.Type, constructor.ContainingType);

    /// <summary>The generated constructor says nothing about the base class, so the compiler looks for one to call without arguments.</summary>
    private static void CheckBase(INamedTypeSymbol type, Compilation compilation, UsageProblems problems, CancellationToken cancellationToken)
    {
        if (type.BaseType is not { TypeKind: TypeKind.Class, SpecialType: not SpecialType.System_Object } baseType)
            return;

        var callable = baseType.InstanceConstructors
            .Where(constructor => constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams))
            .Where(constructor => compilation.IsSymbolAccessibleWithin(constructor, type))
            .ToList();
        if (callable.Count != 1 && !callable.Exists(static constructor => constructor.Parameters.IsEmpty))
            problems.Report(UsageDescriptors.BaseConstructorMissing, BaseLocation(type, baseType.Name, cancellationToken), baseType.Name, type.Name);
    }

    private static Location BaseLocation(INamedTypeSymbol type, string baseName, CancellationToken cancellationToken)
        => type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellationToken))
            .OfType<TypeDeclarationSyntax>()
            .Select(static declaration => declaration.BaseList?.Types[0].Type)
            .FirstOrDefault(written => Names(written, baseName))?.GetLocation()
            ?? type.Locations[0];

    private static bool Names(TypeSyntax? written, string name)
        => written is not null && written.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(part => part.Identifier.ValueText == name);
}
