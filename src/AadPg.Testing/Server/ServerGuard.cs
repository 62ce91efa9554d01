using System.Diagnostics;

namespace AadPg.Testing;

/// <summary>
/// A small shell process that stops the server and deletes its folder as soon as its standard input ends: when we close it, and
/// when this process ends, however it ends, since the system then closes it.
/// </summary>
internal sealed class ServerGuard : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    // Signals to the terminal's group (Ctrl+C) are not for it, and it is no child of ours, so that a "kill the process tree" leaves it
    // to do its work. The server takes its pid file along when it ends.
    private const string UnixScript = """
        folder=$1
        trap '' HUP INT QUIT TERM
        exec 3<&0
        {
            cat > /dev/null
            tries=0
            while [ -e "$folder" ] && [ $tries -lt 200 ]; do
                pid=$(head -n 1 "$folder/data/postmaster.pid" 2> /dev/null)
                if [ -z "$pid" ] || [ $tries -ge 100 ] || ! kill -QUIT "$pid"; then
                    [ -n "$pid" ] && kill -KILL "$pid"
                    rm -rf "$folder"
                fi 2> /dev/null
                [ -e "$folder" ] && sleep 0.05
                tries=$((tries + 1))
            done
        } <&3 &
        """;

    private readonly Process _process;
    private readonly Task _ended;
    private readonly string _folder;

    private ServerGuard(Process process, string folder)
    {
        _process = process;
        _folder = folder;
        _ended = process.StandardOutput.ReadToEndAsync();
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>Starts the guard of a folder; the folder need not be there yet.</summary>
    public static ServerGuard Start(ServerFolder folder, PostgresInstallation installation)
    {
        var start = OperatingSystem.IsWindows()
            ? WindowsShell(folder, installation)
            : new ProcessStartInfo("/bin/sh", ["-c", UnixScript, "aadpg-guard", folder.Path]);
        start.WorkingDirectory = Path.GetPathRoot(folder.Path)!;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.CreateNoWindow = true;
        return new(Process.Start(start)!, folder.Path);
    }

    /// <summary>Stops the server and deletes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        _process.StandardInput.Close();
        try
        {
            await _ended.WaitAsync(s_patience).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new IOException($"The test server in {_folder} did not stop within {s_patience.TotalSeconds:0} seconds.");
        }
        _process.Dispose();
        if (Directory.Exists(_folder))
            throw new IOException($"The test server's folder {_folder} could not be deleted.");
    }

    private void OnProcessExit(object? sender, EventArgs e)
    {
        _process.StandardInput.Close();
        _ended.Wait(s_patience);
    }

    /// <summary>cmd's way of the same: findstr reads until the input ends.</summary>
    private static ProcessStartInfo WindowsShell(ServerFolder folder, PostgresInstallation installation) => new("cmd.exe")
    {
        Arguments = "/d /s /c \"findstr \"^\" >nul"
            + $" & \"{installation.PgCtl}\" stop -s -m immediate -D \"{folder.Data}\" >nul 2>nul"
            + $" & for /l %i in (1,1,20) do @if exist \"{folder.Path}\" (rmdir /s /q \"{folder.Path}\" 2>nul || ping -n 2 127.0.0.1 >nul)\"",
    };
}
