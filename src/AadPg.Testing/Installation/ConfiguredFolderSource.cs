namespace AadPg.Testing;

/// <summary>The folder that the environment variable <c>AADPG_POSTGRES_BIN</c> names. When it is set, it must be right.</summary>
internal sealed class ConfiguredFolderSource(string? folder) : IPostgresSource
{
    public const string Variable = "AADPG_POSTGRES_BIN";

    public string Name => Variable;

    public Task<PostgresSourceAnswer> LookAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(folder))
            return Task.FromResult(PostgresSourceAnswer.Missing("not set"));

        var installation = PostgresInstallation.In(Path.GetFullPath(folder)) ?? throw new AadPostgresException(
            $"{Variable} is '{folder}', but initdb, pg_ctl and postgres are not all there. Set it to the folder that has them, "
            + "such as /usr/lib/postgresql/17/bin, or remove it.");
        return Task.FromResult(PostgresSourceAnswer.Found(installation));
    }
}
