namespace AadPg.Testing;

/// <summary>A folder with the three programs that a server needs: <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</summary>
internal sealed record PostgresInstallation(string BinFolder)
{
    private static readonly string[] s_programs = ["initdb", "pg_ctl", "postgres"];

    public string InitDb => PathOf(BinFolder, "initdb");

    public string PgCtl => PathOf(BinFolder, "pg_ctl");

    /// <summary>The installation in <paramref name="folder"/>, or null when one of its programs is missing there.</summary>
    public static PostgresInstallation? In(string folder) =>
        s_programs.All(program => File.Exists(PathOf(folder, program))) ? new(folder) : null;

    /// <summary>What to tell when one of the programs failed: the end of what it said. We give it no secret to say.</summary>
    public AadPostgresException Failure(string what, string output)
    {
        var end = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(12);
        return new($"{what}. PostgreSQL is the one in {BinFolder}. Its last words:\n{string.Join('\n', end)}");
    }

    /// <summary>The path that <paramref name="program"/> has in <paramref name="folder"/> on this system.</summary>
    public static string PathOf(string folder, string program) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program);
}
