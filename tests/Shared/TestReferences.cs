using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace AadPg.Tests.Shared;

/// <summary>
/// What test sources compile against: the assemblies that the test project itself runs with. So the tests need no download, and
/// see the Npgsql and EF Core versions that the build was asked for.
/// </summary>
internal static class TestReferences
{
    /// <summary>Everything, Npgsql included.</summary>
    public static readonly ImmutableArray<MetadataReference> All = References(_ => true);

    /// <summary>The framework without Npgsql and all that builds on it.</summary>
    public static readonly ImmutableArray<MetadataReference> WithoutNpgsql = References(name => !name.StartsWith("Npgsql", StringComparison.Ordinal) && !name.StartsWith("AadPg", StringComparison.Ordinal));

    /// <summary>Npgsql and all that builds on it, but not the AadPg runtime.</summary>
    public static readonly ImmutableArray<MetadataReference> WithoutRuntime = References(name => name != "AadPg");

    /// <summary>No reference assemblies of the test framework's own: <see cref="All"/> brings them.</summary>
    public static readonly ReferenceAssemblies None = new("net10.0");

    private static ImmutableArray<MetadataReference> References(Func<string, bool> isWanted) =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => isWanted(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path))];
}
