using System.Reflection;

namespace AadPg.Package.Tests;

/// <summary>What the build of this project says: paths and versions.</summary>
internal static class Build
{
    private static readonly Dictionary<string, string?> s_metadata = typeof(Build).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToDictionary(metadata => metadata.Key, metadata => metadata.Value);

    public static string Repository => s_metadata["Repository"]!;

    public static string OrdersApi => s_metadata["OrdersApi"]!;

    /// <summary>The version of our packages.</summary>
    public static string Version => s_metadata["Version"]!;

    public static string NpgsqlVersion => s_metadata["NpgsqlVersion"]!;

    public static string ExtensionsVersion => s_metadata["ExtensionsVersion"]!;
}
