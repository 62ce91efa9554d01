namespace AadPg.Tests;

/// <summary>
/// An <c>az</c> first on PATH for the real AzureCliCredential, which starts one process for each request and has no cache.
/// </summary>
internal sealed class FakeAzureCli : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aadpg-az-").FullName;
    private readonly EnvironmentVariable _path;

    public FakeAzureCli(Azure.Core.AccessToken token)
    {
        var script = $$"""
            #!/bin/sh
            echo "$*" >> '{{Calls}}'
            sleep 0.3
            echo '{"accessToken":"{{token.Token}}","expires_on":{{token.ExpiresOn.ToUnixTimeSeconds()}},"tokenType":"Bearer"}'
            """;
        var az = Path.Combine(_folder, "az");
        File.WriteAllText(az, script.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _path = new("PATH", $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}");
    }

    /// <summary>The arguments of each process that was started.</summary>
    public IReadOnlyList<string> Processes => File.Exists(Calls) ? File.ReadAllLines(Calls) : [];

    private string Calls => Path.Combine(_folder, "calls");

    public void Dispose()
    {
        _path.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
