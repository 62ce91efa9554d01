using System.Diagnostics;
using System.Runtime.InteropServices;
using AadPg.Testing;

namespace AadPg.Package.Tests.Samples;

/// <summary>samples/AotLogin, published as a native program, which then logs in to the real server. Needs a C compiler.</summary>
public sealed class AotLoginTests(PackedFeed feed)
{
    [Fact]
    public async Task NativeProgram_PublishesWithoutWarnings_AndLogsInWithAToken()
    {
        var folder = Path.Combine(feed.Folder, "aot");
        var published = await Cli.DotnetAsync(
            Build.Repository, "publish", "samples/AotLogin", "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier, "--output", folder, "--nologo");
        Assert.Contains("Generating native code", published, StringComparison.Ordinal);
        Assert.DoesNotContain(": warning ", published, StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(Path.Combine(folder, "AadPg.dll")), "The program is not native: AadPg.dll lies beside it.");

        await using var postgres = await AadPostgres.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var identity = await postgres.CreateManagedIdentityAsync("orders-api", TestContext.Current.CancellationToken);
        var output = await RunAsync(Path.Combine(folder, "AotLogin"), postgres, identity);

        Assert.Equal("factory: orders-api over TLSv1.3\nslim builder: orders-api over TLSv1.3\n", output);
        Assert.Equal(1, identity.TokenRequestCount);
    }

    private static async Task<string> RunAsync(string program, AadPostgres postgres, AadPrincipal identity)
    {
        var start = new ProcessStartInfo(program, [postgres.GetConnectionString(identity), postgres.Host]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in postgres.Tokens.GetEnvironment(identity))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", error);
        return await output;
    }
}
