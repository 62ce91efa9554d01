using AadPg.Generators.Emit;
using AadPg.Generators.Specs;
using AadPg.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Generators.Parsing;

/// <summary>Reads a property or method and its attribute into a spec, or into the reasons why there is none; for the generator and the analyzer.</summary>
internal static class ConnectionMemberParser
{
    public const string OptionsType = "global::AadPg.AadConnectionFactoryOptions";

    public static (ConnectionMemberSpec? Spec, UsageProblems Problems) Parse(ISymbol member, AttributeData attribute, Compilation compilation, CancellationToken cancellationToken)
    {
        var problems = new UsageProblems();
        var arguments = new AttributeArguments(attribute, cancellationToken);
        var settings = SettingsReader.Read(arguments, problems);
        var type = member.ContainingType;
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).FirstAncestorOrSelf<MemberDeclarationSyntax>();

        if (ConnectionMemberShape.FindObstacle(member, syntax, settings, arguments, ProjectFacts.Of(compilation), cancellationToken) is { } obstacle)
            problems.Report(UsageDescriptors.UnsupportedConnectionMember, member.Locations[0], member.Name, obstacle);
        if (problems.HasErrors || syntax is null)
            return (null, problems);

        var hook = FactoryHook.Read(type, ConnectionMemberText.HookName(member.Name), OptionsType, problems, cancellationToken);
        var configuration = settings.ConnectionName is null ? null : ConnectionMemberShape.FindConfiguration(member);
        return problems.HasErrors ? (null, problems) : (Create(member, syntax, settings, hook, configuration), problems);
    }

    private static ConnectionMemberSpec Create(ISymbol member, MemberDeclarationSyntax syntax, ConnectionSettingsSpec settings, HookSpec? hook, ISymbol? configuration) => new()
    {
        Name = new FactoryName($"{FactoryTypeNames.Name(member.ContainingType).Metadata}.{member.Name}", member.Name),
        Namespace = FactoryTypeNames.Namespace(member.ContainingType),
        Parts = FactoryTypeNames.Parts(member.ContainingType),
        Modifiers = string.Join(" ", syntax.Modifiers.Select(static modifier => modifier.Text)),
        IsMethod = member is IMethodSymbol,
        IsStatic = member.IsStatic,
        Configuration = configuration is null ? null : CSharpText.Identifier(configuration.Name),
        Hook = hook ?? new HookSpec("", "options"),
        Settings = settings,
    };
}
