namespace AadPg.Testing;

/// <summary>Where an installed PostgreSQL is kept from run to run.</summary>
internal static class CacheFolder
{
    /// <summary>
    /// The user's cache folder. For root it is a folder that other users can read, since the server runs as another user and
    /// root's home is closed to them.
    /// </summary>
    public static string Path { get; } = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
        ? "/var/cache/aadpg"
        : System.IO.Path.Combine(UserCache(), "aadpg");

    private static string UserCache()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } configured && System.IO.Path.IsPathFullyQualified(configured))
            return configured;
        if (OperatingSystem.IsWindows())
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return System.IO.Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
    }
}
