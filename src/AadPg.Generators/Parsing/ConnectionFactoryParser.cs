using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>
/// Reads a class and its attribute into a spec, or into the reasons why there is none. The generator and the analyzer
/// both ask here, so that a factory is missing exactly where an error says why.
/// </summary>
internal static class ConnectionFactoryParser
{
    public static ParsedFactory Parse(INamedTypeSymbol type, AttributeData attribute, Compilation compilation, CancellationToken cancellationToken)
    {
        var problems = new UsageProblems();
        var arguments = new AttributeArguments(attribute, cancellationToken);

        var project = ProjectFacts.Of(compilation);
        var settings = SettingsReader.Read(arguments, problems);

        FactoryShape.Check(type, arguments, project, problems, cancellationToken);
        FactoryConstructors.Check(type, compilation, problems, cancellationToken);
        FactoryMembers.Check(type, settings, compilation, problems);
        var leavesMembersNull = UninitializedMembers.Check(type, problems, cancellationToken);
        var hook = FactoryHook.Read(type, problems, cancellationToken);
        if (problems.HasErrors)
            return new ParsedFactory(null, problems.ToImmutable());

        var spec = new ConnectionFactorySpec
        {
            Name = FactoryTypeNames.Name(type),
            Namespace = FactoryTypeNames.Namespace(type),
            Parts = FactoryTypeNames.Parts(type),
            IsSealed = type.IsSealed,
            Hook = hook,
            LeavesMembersNull = leavesMembersNull,
            Interface = FactoryInterface.Create(type),
            Visibility = Registration.Visibility(type, project),
            Constraints = TypeParameterText.Constraints(type),
            IsObsolete = FactoryTypeNames.SelfAndContaining(type).Any(ObsoleteMark.IsOn),
            Settings = settings,
            Libraries = project.Libraries,
        };
        return new ParsedFactory(spec, problems.ToImmutable());
    }
}
