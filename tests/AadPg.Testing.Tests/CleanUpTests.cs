using System.Diagnostics;
using Npgsql;

namespace AadPg.Testing.Tests;

/// <summary>Nothing stays: no server process, no folder.</summary>
public sealed class CleanUpTests
{
    private static readonly Dictionary<string, string> s_sameEnvironment = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dispose_LeavesNothing()
    {
        var postgres = await AadPostgres.StartAsync(cancellationToken: Cancel);
        var alice = await postgres.CreateUserAsync("alice", Cancel);
        await using var connection = await postgres.LogInAsync(alice, (await alice.GetTokenAsync(Cancel)).Token);
        var server = ServerProcess(postgres.Folder);

        await postgres.DisposeAsync();
        await postgres.DisposeAsync();

        Assert.False(Directory.Exists(postgres.Folder));
        Assert.False(IsRunning(server));
        await Assert.ThrowsAnyAsync<NpgsqlException>(connection.CurrentUserAsync);
        Assert.Throws<ObjectDisposedException>(() => alice.CreateCredential());
    }

    [Theory]
    [InlineData("return")]
    [InlineData("exit")]
    [InlineData("throw")]
    public async Task ProcessThatEndsWithoutDispose_LeavesNothing(string end)
    {
        using var host = new HostProcess(s_sameEnvironment, "serve", end);
        await host.ReadLineAsync();
        var folder = Path.GetDirectoryName(await host.ReadLineAsync())!;

        await host.WaitForExitAsync();

        // A normal end waits for the clean-up; after an unhandled exception the guard does it a moment later.
        if (end == "throw")
            await GoneAsync(folder);
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task KilledProcess_LeavesNothing(bool withChildren)
    {
        using var host = new HostProcess(s_sameEnvironment, "serve", "wait");
        await host.ReadLineAsync();
        var folder = Path.GetDirectoryName(await host.ReadLineAsync())!;
        var server = ServerProcess(folder);
        Assert.True(IsRunning(server));

        if (withChildren)
            host.KillTree();
        else
            host.Kill();

        await GoneAsync(folder);
        Assert.False(Directory.Exists(folder));
        Assert.False(IsRunning(server));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(400)]
    [InlineData(1_000)]
    public async Task ProcessKilledWhileItStarts_LeavesNothing(int milliseconds)
    {
        // Its own temporary folder shows everything that is left, whatever its name. Root's server is another user: let it in.
        var temporary = Directory.CreateDirectory("/tmp/tmp-" + Guid.NewGuid().ToString("N")[..8]);
        try
        {
            if (!OperatingSystem.IsWindows())
                temporary.UnixFileMode |= UnixFileMode.OtherExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
            using var host = new HostProcess(new Dictionary<string, string> { ["TMPDIR"] = temporary.FullName }, "serve", "wait");
            await host.ReadLineAsync();
            await Task.Delay(milliseconds, Cancel);

            host.Kill();

            await UntilAsync(() => Left(temporary.FullName).Length == 0);
            Assert.Empty(Left(temporary.FullName));
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>Server folders in a temporary folder, and the command lines of PostgreSQL's programs (initdb too) that name it.</summary>
    private static string[] Left(string temporary) =>
    [
        .. Directory.EnumerateDirectories(temporary, "aadpg-*"),
        .. CommandLines().Where(line => line.Contains(temporary, StringComparison.Ordinal) && line.Contains("-D", StringComparison.Ordinal)),
    ];

    /// <summary>The server's process id, from its own pid file.</summary>
    private static int ServerProcess(string folder) =>
        int.Parse(File.ReadLines(Path.Combine(folder, "data", "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether the process runs; one that has ended and waits to be asked for its exit code does not.</summary>
    private static bool IsRunning(int process)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{process}/stat");
            return status[status.LastIndexOf(')') + 2] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static IEnumerable<string> CommandLines()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            string line;
            try
            {
                line = File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (IOException)
            {
                continue; // it has just ended
            }
            yield return line;
        }
    }

    private static Task GoneAsync(string folder) => UntilAsync(() => !Directory.Exists(folder));

    private static async Task UntilAsync(Func<bool> done)
    {
        var clock = Stopwatch.StartNew();
        while (!done() && clock.Elapsed < TimeSpan.FromSeconds(20))
            await Task.Delay(20, Cancel);
    }
}
