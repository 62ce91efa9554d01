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

        FactoryShape.Check(type, arguments, problems, cancellationToken);
        FactoryConstructors.Check(type, compilation, problems, cancellationToken);
        FactoryMembers.Check(type, compilation, problems);
        var leavesMembersNull = UninitializedMembers.Check(type, problems, cancellationToken);
        var hook = FactoryHook.Read(type, problems, cancellationToken);
        var settings = SettingsReader.Read(arguments, problems);

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
            Visibility = Registration.Visibility(type, compilation),
            IsObsolete = FactoryTypeNames.SelfAndContaining(type).Any(ObsoleteMark.IsOn),
            Settings = settings,
        };
        return new ParsedFactory(spec, problems.ToImmutable());
    }
}
