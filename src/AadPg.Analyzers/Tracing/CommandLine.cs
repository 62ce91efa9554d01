using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Tracing;

/// <summary>Reads the arguments of PostgreSQL's own programs: <c>psql --dbname=postgres://…</c>, <c>psql -d "host=… password=…"</c>.</summary>
internal static class CommandLine
{
    private static readonly string[] s_options = ["--dbname=", "--dbname ", "-d "];

    /// <summary>What a text of options says to connect to: a URI, without what stands in front, or libpq's text; null when there is none.</summary>
    public static string? DatabaseIn(string arguments)
    {
        if (arguments.Length == 0 || arguments[0] is not ('-' or '"'))
            return null;

        if (arguments[0] == '"')
            return Read(arguments);

        foreach (var option in s_options)
        {
            if (arguments.IndexOf(option, StringComparison.Ordinal) is var start and >= 0)
                return Read(arguments.Substring(start + option.Length));
        }

        return null;
    }

    private static string? Read(string argument)
    {
        var value = argument.TrimStart();
        if (value.Length == 0 || value[0] is not ('"' or '\''))
            return PostgresUri.Is(value) ? value : null;

        var end = value.IndexOf(value[0], 1);
        var content = end < 0 ? value.Substring(1) : value.Substring(1, end - 1);
        return PostgresUri.Is(content) || OwnWords.MayBegin(content) ? content : null;
    }
}
