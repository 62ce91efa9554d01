namespace AadPg.Analyzers.Tracing;

/// <summary>Reads the arguments of PostgreSQL's own programs: <c>psql --dbname=postgres://…</c>.</summary>
internal static class CommandLine
{
    private const string Option = "--dbname=";

    /// <summary>The URI in a text of options, without what stands behind it; null when there is none.</summary>
    public static string? UriIn(string arguments)
    {
        if (arguments.Length == 0 || arguments[0] != '-')
            return null;

        var option = arguments.IndexOf(Option, StringComparison.Ordinal);
        if (option < 0)
            return null;

        var uri = arguments.Substring(option + Option.Length).TrimStart('"', '\'');
        return ConnectionStrings.PostgresUri.Is(uri) ? uri : null;
    }
}
