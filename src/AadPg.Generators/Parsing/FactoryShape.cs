using AadPg.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Generators.Parsing;

/// <summary>Checks that a second part of the class can be written, and that it can be a factory at all.</summary>
internal static class FactoryShape
{
    public static void Check(INamedTypeSymbol type, AttributeArguments arguments, ProjectFacts project, UsageProblems problems, CancellationToken cancellationToken)
    {
        foreach (var part in FactoryTypeNames.SelfAndContaining(type))
        {
            if (FindNotPartial(part, cancellationToken) is { } declaration)
                problems.Report(UsageDescriptors.FactoryNotPartial, declaration.Identifier.GetLocation(), part.Name, type.Name);
        }

        if (FindObstacle(type, arguments, project) is { } obstacle)
            problems.Report(UsageDescriptors.UnsupportedFactoryClass, type.Locations[0], type.Name, obstacle);
    }

    /// <summary>The first declaration of the type that is not partial.</summary>
    public static TypeDeclarationSyntax? FindNotPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
        => type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellationToken))
            .OfType<TypeDeclarationSyntax>()
            .FirstOrDefault(static declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Why the class cannot be a factory, and what to do about it.</summary>
    private static string? FindObstacle(INamedTypeSymbol type, AttributeArguments arguments, ProjectFacts project)
    {
        var parts = FactoryTypeNames.SelfAndContaining(type).ToList();
        if (type.IsStatic)
            return "it is static, but a factory is an object with a data source; remove 'static'";
        if (type.IsAbstract)
            return "it is abstract; put the attribute on a class that derives from it";
        if (parts.Exists(static part => part.IsFileLocal))
            return "it or a type around it is local to its file, and the generated part is another file; remove 'file'";
        if (FindBaseFactory(type) is { } baseFactory)
            return $"it derives from the factory '{baseFactory.Name}'; keep one in a field instead";
        if (HasRequiredMember(type))
            return "it has required members, which the generated constructor does not set; make them optional";
        if (FactoryMembers.IsGenerated(type.Name))
            return "a member of the factory has the same name; rename the class";
        if (type.TypeParameters.FirstOrDefault(static parameter => FactoryMembers.IsGenerated(parameter.Name)) is { } parameter)
            return $"a member of the factory has the same name as its type parameter '{parameter.Name}'; rename that";
        if (parts.Find(HasTwin) is { } twin)
            return $"there is another type named '{twin.Name}' in the same place; rename one";
        if (parts.SelectMany(RepeatedTypeParameters).FirstOrDefault() is { } repeated)
            return $"two type parameters are named '{repeated}'; rename one";
        if (project.HiddenNamespace is { } hidden)
            return $"the type '{hidden}' hides the namespace '{hidden}', which the generated code needs; rename it, or put it into a namespace";
        if (arguments.LanguageVersion is { } version && version < LanguageVersion.CSharp10)
            return $"the project is compiled as C# {version.ToDisplayString()}; set LangVersion to 10 or later";
        return null;
    }

    /// <summary>A class and a record, say: two halves that the compiler does not take for one type.</summary>
    private static bool HasTwin(INamedTypeSymbol type)
        => type.ContainingSymbol is INamespaceOrTypeSymbol place && place.GetTypeMembers(type.Name, type.Arity).Length > 1;

    private static IEnumerable<string> RepeatedTypeParameters(INamedTypeSymbol type)
        => type.TypeParameters.GroupBy(static parameter => parameter.Name).Where(static same => same.Count() > 1).Select(static same => same.Key);

    private static INamedTypeSymbol? FindBaseFactory(INamedTypeSymbol type)
        => BaseTypes.Bases(type).FirstOrDefault(static ancestor => FactoryTarget.FindAttribute(ancestor) is not null);

    private static bool HasRequiredMember(INamedTypeSymbol type)
        => BaseTypes.SelfAndBases(type)
            .SelectMany(static ancestor => ancestor.GetMembers())
            .Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
}
