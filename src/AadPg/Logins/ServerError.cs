using Npgsql;

namespace AadPg;

/// <summary>Reads what an open failed of.</summary>
internal static class ServerError
{
    /// <summary>Whether a server refused the login: invalid_password or invalid_authorization_specification.</summary>
    public static bool IsLoginRefused(NpgsqlException fault) =>
        Find<PostgresException>(fault) is { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification };

    /// <summary>The first exception of a kind, in the one that Npgsql wraps it in or, with several hosts, in one of those that it lists.</summary>
    public static T? Find<T>(Exception? fault)
        where T : Exception => fault switch
        {
            null => null,
            T found => found,
            AggregateException several => several.InnerExceptions.Select(Find<T>).FirstOrDefault(static found => found is not null),
            _ => Find<T>(fault.InnerException),
        };
}
