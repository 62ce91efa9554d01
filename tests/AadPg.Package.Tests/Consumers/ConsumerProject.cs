namespace AadPg.Package.Tests.Consumers;

/// <summary>What a consumer's project file says, apart from its packages.</summary>
/// <param name="Name">The project's name, and its folder's.</param>
internal sealed record ConsumerProject(string Name)
{
    public string Sdk { get; init; } = "Microsoft.NET.Sdk";

    public string Framework { get; init; } = "net10.0";

    public string OutputType { get; init; } = "Exe";

    /// <summary>More properties, as XML.</summary>
    public string Properties { get; init; } = "";

    /// <summary>Whether the versions stand in Directory.Packages.props.</summary>
    public bool CentralVersions { get; init; }

    public string ToXml(IEnumerable<(string Id, string Version)> packages) => $"""
        <Project Sdk="{Sdk}">
          <PropertyGroup>
            <OutputType>{OutputType}</OutputType>
            <TargetFramework>{Framework}</TargetFramework>
            <LangVersion>latest</LangVersion>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <NuGetAudit>false</NuGetAudit>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            <CompilerGeneratedFilesOutputPath>generated</CompilerGeneratedFilesOutputPath>
            {Properties}
          </PropertyGroup>
          <ItemGroup>
            <Compile Remove="generated/**" />
            {Items(packages, package => $"""<PackageReference Include="{package.Id}" {(CentralVersions ? "" : $"Version=\"{package.Version}\" ")}/>""")}
          </ItemGroup>
        </Project>
        """;

    public static string CentralVersionsXml(IEnumerable<(string Id, string Version)> packages) => $"""
        <Project>
          <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
          <ItemGroup>
            {Items(packages, package => $"""<PackageVersion Include="{package.Id}" Version="{package.Version}" />""")}
          </ItemGroup>
        </Project>
        """;

    private static string Items(IEnumerable<(string Id, string Version)> packages, Func<(string Id, string Version), string> item) =>
        string.Join("\n    ", packages.Select(item));
}
