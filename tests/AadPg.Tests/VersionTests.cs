using System.Reflection;
using System.Runtime.Versioning;
using Npgsql;

namespace AadPg.Tests;

/// <summary>That this run of the suite is on the versions that its project says, and not on whatever was restored.</summary>
public sealed class VersionTests
{
    [Fact]
    public void Npgsql_IsTheOneOfThisProject() =>
        Assert.Equal(Metadata("NpgsqlVersion"), typeof(NpgsqlConnection).Assembly.GetName().Version!.ToString(3));

    [Fact]
    public void Runtime_IsTheOneOfThisProject() => Assert.Equal(Metadata("DotNetVersion"), $"v{Environment.Version.ToString(2)}");

    [Fact]
    public void AadPg_IsTheBuildForThisRuntime() =>
        Assert.EndsWith(Metadata("DotNetVersion"), typeof(AadTokenProvider).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName, StringComparison.Ordinal);

    private static string Metadata(string key) => Assert.Single(
        typeof(VersionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>(), metadata => metadata.Key == key).Value!;
}
