namespace AadPg.Testing;

/// <summary>The folders of PATH. A link there to a lone <c>postgres</c> or <c>pg_ctl</c> leads to the folder that has the others.</summary>
internal sealed class SearchPathSource(string? searchPath) : IPostgresSource
{
    private static readonly string[] s_leads = ["postgres", "pg_ctl", "initdb"];

    public string Name => "PATH";

    public Task<PostgresSourceAnswer> LookAsync(CancellationToken cancellationToken)
    {
        var folders = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var installation = folders.SelectMany(Candidates).Select(PostgresInstallation.In).FirstOrDefault(found => found is not null);
        return Task.FromResult(installation is null
            ? PostgresSourceAnswer.Missing("initdb, pg_ctl and postgres are in none of its folders")
            : PostgresSourceAnswer.Found(installation));
    }

    private static IEnumerable<string> Candidates(string folder)
    {
        // The link's own folder is second: pg_ctl and initdb look for their siblings beside the path they were called by.
        foreach (var program in s_leads.Select(lead => new FileInfo(PostgresInstallation.PathOf(folder, lead))))
        {
            if (program.Exists && program.ResolveLinkTarget(returnFinalTarget: true) is { } target)
                yield return Path.GetDirectoryName(target.FullName)!;
        }
        yield return folder;
    }
}
