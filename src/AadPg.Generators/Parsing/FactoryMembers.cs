using AadPg.Generators.Specs;
using AadPg.Generators.Usage;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>Checks that no member of the class, or of a base class, is in the way of a generated one.</summary>
internal static class FactoryMembers
{
    /// <summary>The generated members: a name and its parameter types, which a property has none of.</summary>
    private static readonly GeneratedMember[] s_generated =
    [
        new("DataSource", null),
        new("OpenConnection", []),
        new("OpenConnectionAsync", ["global::System.Threading.CancellationToken"]),
        new("CreateCommand", ["string"]),
        new("CreateBatch", []),
        new("Dispose", []),
        new("DisposeAsync", []),
    ];

    /// <summary>What a class that is not sealed gets besides.</summary>
    private static readonly GeneratedMember[] s_generatedIfOpen = [new("Dispose", ["bool"]), new("DisposeAsyncCore", [])];

    /// <summary>What a factory gets besides that chooses between its hosts.</summary>
    private static readonly GeneratedMember[] s_generatedForHosts = [new("AllHosts", null)];

    /// <summary>What a factory with replicas gets besides.</summary>
    private static readonly GeneratedMember[] s_generatedForReplicas =
        [new("ReplicaDataSource", null), new("OpenReplicaConnection", []), new("OpenReplicaConnectionAsync", ["global::System.Threading.CancellationToken"])];

    private static readonly HashSet<string> s_names = new(
        s_generated.Concat(s_generatedIfOpen).Concat(s_generatedForHosts).Concat(s_generatedForReplicas).Select(static generated => generated.Name).Append(FactoryHook.Name),
        StringComparer.Ordinal);

    /// <summary>Whether a factory of some shape has a generated member of this name.</summary>
    public static bool IsGenerated(string name) => s_names.Contains(name);

    public static void Check(INamedTypeSymbol type, ConnectionSettingsSpec settings, Compilation compilation, UsageProblems problems)
    {
        var conflicts = Generated(type, settings)
            .Select(generated => FindDeclared(type, generated.Name, generated.Parameters) ?? FindInherited(type, compilation, generated.Name, generated.Parameters))
            .Append(FindInherited(type, compilation, FactoryHook.Name, [FactoryHook.ParameterType]))
            .Distinct(SymbolEqualityComparer.Default)
            .OfType<ISymbol>();
        foreach (var conflict in conflicts)
        {
            var isDeclared = SymbolEqualityComparer.Default.Equals(conflict.ContainingType, type);
            problems.Report(UsageDescriptors.FactoryMemberConflict, (isDeclared ? conflict : type).Locations[0], conflict.ContainingType.Name, conflict.Name);
        }
    }

    private static IEnumerable<GeneratedMember> Generated(INamedTypeSymbol type, ConnectionSettingsSpec settings)
        => s_generated
            .Concat(type.IsSealed ? [] : s_generatedIfOpen)
            .Concat(settings.ChoosesHost ? s_generatedForHosts : [])
            .Concat(settings.HasReplicas ? s_generatedForReplicas : []);

    /// <summary>The parameter types, compared as code from <c>global::</c> on; annotations for null make no difference to a signature.</summary>
    public static bool HasParameters(IMethodSymbol method, string[] types)
        => method.Arity == 0
            && method.Parameters
                .Select(static parameter => parameter.RefKind is RefKind.None ? parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null)
                .SequenceEqual(types);

    private static ISymbol? FindDeclared(INamedTypeSymbol type, string name, string[]? parameters)
        => type.GetMembers(name).FirstOrDefault(member => IsInTheWay(member, parameters) && !GeneratedMark.IsOn(member));

    /// <summary>An inherited member would be hidden, which is a warning in generated code (CS0108).</summary>
    private static ISymbol? FindInherited(INamedTypeSymbol type, Compilation compilation, string name, string[]? parameters)
        => BaseTypes.Bases(type)
            .SelectMany(ancestor => ancestor.GetMembers(name))
            .FirstOrDefault(member => IsInTheWay(member, parameters) && compilation.IsSymbolAccessibleWithin(member, type) && !GeneratedMark.IsOn(member));

    private static bool IsInTheWay(ISymbol member, string[]? parameters)
        => member is not IMethodSymbol method || parameters is null || HasParameters(method, parameters);

    private sealed record GeneratedMember(string Name, string[]? Parameters);
}
