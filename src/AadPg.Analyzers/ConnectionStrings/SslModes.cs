namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>Reads the value of <c>SSL Mode</c> as Npgsql does.</summary>
internal static class SslModes
{
    /// <summary>What Npgsql takes when nothing is said.</summary>
    public const SslMode Default = SslMode.Prefer;

    /// <summary>Member names in any case, numbers, and lists of them; null for everything that Npgsql refuses.</summary>
    public static SslMode? Parse(string value) =>
        Enum.TryParse<SslMode>(value, ignoreCase: true, out var mode) ? mode : null;
}
