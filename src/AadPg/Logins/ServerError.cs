using Npgsql;

namespace AadPg;

/// <summary>Reads what an open failed of.</summary>
internal static class ServerError
{
    /// <summary>What older PgBouncers say of a refused login, theirs or the server's behind them, as an error of the protocol.</summary>
    public const string RefusedByPooler = "password authentication failed";

    /// <summary>Whether a server refused the login: invalid_password or invalid_authorization_specification, or a pooler's word for them.</summary>
    public static bool IsLoginRefused(NpgsqlException fault) => Find<PostgresException>(fault) is { } refusal && IsLoginRefused(refusal);

    /// <summary>The first exception of a kind, in the one that Npgsql wraps it in or, with several hosts, in one of those that it lists.</summary>
    public static T? Find<T>(Exception? fault)
        where T : Exception => fault switch
        {
            null => null,
            T found => found,
            AggregateException several => several.InnerExceptions.Select(Find<T>).FirstOrDefault(static found => found is not null),
            _ => Find<T>(fault.InnerException),
        };

    private static bool IsLoginRefused(PostgresException refusal) => refusal.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => true,
        PostgresErrorCodes.ProtocolViolation => refusal.MessageText.Contains(RefusedByPooler, StringComparison.Ordinal),
        _ => false,
    };
}
