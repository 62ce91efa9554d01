namespace AadPg.Testing;

/// <summary>One place that PostgreSQL can come from.</summary>
internal interface IPostgresSource
{
    /// <summary>What it is, as the error names it, such as <c>PATH</c>.</summary>
    string Name { get; }

    /// <summary>Looks for PostgreSQL, or installs it; answers where it is, or why it is not to be had here.</summary>
    Task<PostgresSourceAnswer> LookAsync(CancellationToken cancellationToken);
}
