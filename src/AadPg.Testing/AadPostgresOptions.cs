namespace AadPg.Testing;

/// <summary>What <see cref="AadPostgres.StartAsync"/> starts. Every setting has a default that suits most tests.</summary>
public sealed class AadPostgresOptions
{
    /// <summary>The audience of a token for Azure Database for PostgreSQL in the public cloud.</summary>
    internal const string PublicAudience = "https://ossrdbms-aad.database.windows.net";

    /// <summary>The database that connection strings name; created when it is not <c>postgres</c>. Default: <c>postgres</c>.</summary>
    public string Database { get; set; } = "postgres";

    /// <summary>
    /// How long an issued token lives, one second at the least; its end is rounded up to a whole second, as a JWT has no finer
    /// clock. Default: one hour. A principal can have its own: <see cref="AadPrincipal.TokenLifetime"/>.
    /// </summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// About how many characters a token has, 1,000 to 60,000. Default: 1,800. Real ones have 1,500 to 2,000, more where the user is
    /// in many groups.
    /// </summary>
    public int TokenLength { get; set; } = 1_800;

    /// <summary>The audience that the server takes. Default: the public cloud's <c>https://ossrdbms-aad.database.windows.net</c>.</summary>
    public string Audience { get; set; } = PublicAudience;

    /// <summary>
    /// PostgreSQL settings by name, written to <c>postgresql.conf</c> after our own, such as <c>max_connections</c> = <c>20</c>.
    /// Empty by default.
    /// </summary>
    public IDictionary<string, string> ServerSettings { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Throws an <see cref="ArgumentException"/> that names the option which makes no sense.</summary>
    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Database);
        ArgumentException.ThrowIfNullOrWhiteSpace(Audience);
        ArgumentOutOfRangeException.ThrowIfLessThan(TokenLifetime, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(TokenLength, 1_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(TokenLength, 60_000);
    }
}
