using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>The environment variables that hold a PostgreSQL password, and the one that says where it is sent.</summary>
internal static class PostgresVariable
{
    /// <summary>libpq's and Npgsql's password.</summary>
    public const string Password = "PGPASSWORD";

    /// <summary>What the image <c>postgres</c> gives its superuser in the server that it starts: the container's own password.</summary>
    public const string ContainerPassword = "POSTGRES_PASSWORD";

    /// <summary>libpq's host.</summary>
    public const string Host = "PGHOST";

    private static readonly string[] s_names = [Password, ContainerPassword, Host];

    public static bool IsPassword(string name) => name is Password or ContainerPassword;

    /// <summary>Whether <paramref name="name"/> of the file is one of them. Environment variables have a case.</summary>
    public static bool IsName(string file, TextRange name) =>
        Array.Exists(s_names, known => known.Length == name.Length && string.CompareOrdinal(file, name.Start, known, 0, known.Length) == 0);
}
