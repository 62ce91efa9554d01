using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Tests.Harness;

/// <summary>What a user's project references. Taken from this test's own process, so that nothing is downloaded.</summary>
internal static class References
{
    private static readonly ImmutableArray<string> s_files =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)];

    /// <summary>The framework, Npgsql, AadPg and dependency injection.</summary>
    public static ImmutableArray<MetadataReference> All { get; } = Load(static name => !name.Contains("EntityFrameworkCore", StringComparison.Ordinal));

    public static ImmutableArray<MetadataReference> WithEntityFramework { get; } = Load(static _ => true);

    public static ImmutableArray<MetadataReference> WithoutDependencyInjection { get; } =
        Load(static name => !name.StartsWith("Microsoft.Extensions.DependencyInjection", StringComparison.Ordinal) && !name.Contains("EntityFrameworkCore", StringComparison.Ordinal));

    public static ImmutableArray<MetadataReference> WithoutAadPg { get; } = Load(static name => name != "AadPg");

    private static ImmutableArray<MetadataReference> Load(Func<string, bool> isWanted)
        => [.. s_files.Where(file => isWanted(Path.GetFileNameWithoutExtension(file))).Select(static file => MetadataReference.CreateFromFile(file))];
}
