namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>
/// Reads DevExpress's connection strings, <c>XpoProvider=Postgres;Server=…</c> and <c>EFCoreProvider=PostgreSql;Host=…</c>: the rest of the entries, which go to the
/// provider that the one names.
/// </summary>
internal static class DevExpressConnectionString
{
    private static readonly string[] s_keys = ["XpoProvider", "EFCoreProvider"];

    /// <summary>Whether such a string may begin with this key.</summary>
    public static bool MayBeginWith(string key) => s_keys.Contains(key, StringComparer.OrdinalIgnoreCase);

    /// <summary>What goes to the provider; null when none is named.</summary>
    public static ParsedConnectionString? Read(ParsedConnectionString whole) =>
        whole.Entries.FirstOrDefault(entry => MayBeginWith(entry.Key)) is { } named
            ? new ParsedConnectionString(whole.Text, whole.Entries.Remove(named), whole.ErrorStart) { Provider = named.Value }
            : null;
}
