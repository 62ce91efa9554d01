namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>
/// Reads connection strings in the forms that other PostgreSQL drivers take, and that Npgsql refuses or misreads: the URI and libpq's
/// <c>host=… user=…</c>. Npgsql's keywords take the place of their own, so that the rules read the result like any connection string.
/// </summary>
internal static class ForeignForm
{
    /// <summary>What the text says in a form that Npgsql does not read; null when it is in none.</summary>
    public static ParsedConnectionString? Read(string text) => PostgresUri.Read(text) ?? LibpqText.Read(text);
}
