namespace AadPg.Testing;

/// <summary>What a source answers: an installation, or the reason why there is none.</summary>
internal sealed record PostgresSourceAnswer(PostgresInstallation? Installation, string Reason)
{
    public static PostgresSourceAnswer Found(PostgresInstallation installation) => new(installation, "");

    public static PostgresSourceAnswer Missing(string reason) => new(null, reason);
}
