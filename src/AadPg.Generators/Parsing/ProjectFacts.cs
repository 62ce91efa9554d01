using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>What a project as a whole says about every factory in it; found once per compilation.</summary>
/// <param name="HiddenNamespace">A namespace that generated code names from <c>global::</c> on and that a type of the project hides; usually none.</param>
/// <param name="TakenClassNames">The project's own classes in the namespace of the registration methods; usually none.</param>
/// <param name="Libraries">What the project references besides the runtime.</param>
internal sealed record ProjectFacts(string? HiddenNamespace, EquatableArray<string> TakenClassNames, AvailableLibraries Libraries)
{
    /// <summary>The namespaces that generated code names from <c>global::</c> on.</summary>
    private static readonly string[] s_rootNamespaces = ["AadPg", "Microsoft", "Npgsql", "System"];

    private static readonly ConditionalWeakTable<Compilation, ProjectFacts> s_known = new();

    public static ProjectFacts Of(Compilation compilation) => s_known.GetValue(compilation, static compilation => new ProjectFacts(
        Array.Find(s_rootNamespaces, name => IsHidden(name, compilation.Assembly)),
        new(FindTaken(compilation.Assembly)),
        KnownTypes.FindLibraries(compilation)));

    /// <summary>A type of the project in the global namespace comes before a namespace of a reference (CS0437), for the whole project.</summary>
    private static bool IsHidden(string rootNamespace, IAssemblySymbol project)
        => project.GlobalNamespace.GetTypeMembers(rootNamespace, arity: 0).Any(static type => !type.IsFileLocal);

    private static ImmutableArray<string> FindTaken(IAssemblySymbol project)
    {
        INamespaceOrTypeSymbol? scope = project.GlobalNamespace;
        foreach (var name in RegistrationFileSpec.Namespace.Split('.'))
            scope = (scope as INamespaceSymbol)?.GetMembers(name).OfType<INamespaceSymbol>().FirstOrDefault();

        return scope is null
            ? ImmutableArray<string>.Empty
            : scope.GetTypeMembers().Where(static type => type.Arity == 0 && !GeneratedMark.IsOn(type)).Select(static type => type.Name).ToImmutableArray();
    }
}
