namespace AadPg.Testing;

/// <summary>The temporary folder that holds all of one server: data, certificates, log and Unix socket.</summary>
internal sealed class ServerFolder
{
    // A Unix socket's path holds at most 107 characters on Linux and 103 on macOS, "/.s.PGSQL.65535" included.
    private const int LongestPath = 103 - 15;

    public ServerFolder() => Path = System.IO.Path.Combine(Parent(), "aadpg-" + Guid.NewGuid().ToString("N")[..12]);

    public string Path { get; }

    public string Data => System.IO.Path.Combine(Path, "data");

    public string Log => System.IO.Path.Combine(Path, "server.log");

    public string Settings => System.IO.Path.Combine(Data, "postgresql.conf");

    public string HostBasedAuthentication => System.IO.Path.Combine(Data, "pg_hba.conf");

    public string RootCertificate => System.IO.Path.Combine(Path, "root.crt");

    public string ServerCertificate => System.IO.Path.Combine(Path, "server.crt");

    public string ServerKey => System.IO.Path.Combine(Path, "server.key");

    public string AdminPassword => System.IO.Path.Combine(Path, "admin");

    public void Create() => CreatePrivate(Path);

    /// <summary>Creates a folder that is open to its owner alone.</summary>
    public static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Writes a file that its owner alone can read, as PostgreSQL demands of a key.</summary>
    public static void WritePrivate(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }

    private static string Parent()
    {
        var temporary = System.IO.Path.GetFullPath(System.IO.Path.GetTempPath()).TrimEnd('/');
        if (OperatingSystem.IsWindows())
            return temporary;
        var fits = temporary.Length + "/aadpg-123456789012".Length <= LongestPath;
        return fits && (!Environment.IsPrivilegedProcess || OpenToOthers(temporary)) ? temporary : "/tmp";
    }

    /// <summary>Whether the user that the server runs as, when we are root, can come to this folder.</summary>
    private static bool OpenToOthers(string folder)
    {
        for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
        {
            if (!parent.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return false;
        }
        return true;
    }
}
