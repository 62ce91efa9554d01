using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>Settings that have a key for each part of a connection: <c>"Host": "…", "Username": "…", "Password": "…"</c>, or <c>DB_HOST</c> and <c>DB_PASSWORD</c>.</summary>
internal static class ConnectionPart
{
    private const int LongestName = 8;

    private static readonly char[] s_separators = [':', '_'];

    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Server", "Port", "Database", "Username", "User", "UserId", "Password", "Pwd", "SslMode",
    };

    /// <summary>Whether <paramref name="name"/> of the file is a part's, alone or behind a prefix: <c>DB_PASSWORD</c>, <c>Shop__Postgres__Host</c>.</summary>
    public static bool IsName(string file, TextRange name)
    {
        var start = name.Length == 0 ? name.Start : file.LastIndexOfAny(s_separators, name.End - 1, name.Length) + 1;
        start = Math.Max(start, name.Start);
        return name.End - start is > 2 and <= LongestName && s_names.Contains(file.Substring(start, name.End - start));
    }

    /// <summary>What the parts of one connection have before their own names.</summary>
    public static string PrefixOf(ConfigValue value) => value.Path.Parent + value.Path.Name.Substring(0, StartOfName(value.Path.Name));

    /// <summary>
    /// The password of the group, the last one that is none of the empty, and the parts beside it as a connection string of which more may be said
    /// elsewhere.
    /// </summary>
    public static (ConfigValue Password, ParsedConnectionString Parts)? Read(IEnumerable<ConfigValue> group)
    {
        var parts = group.Where(value => KeywordOf(value) is not null).ToList();
        if (parts.FindLast(value => IsPassword(value) && value.Text.Text.Length > 0) is not { } password)
            return null;

        var text = string.Join(";", parts.Where(value => value == password || !IsPassword(value)).Select(value => $"{KeywordOf(value)}={ConnectionStringEditor.Quote(value.Text.Text)}"));
        return (password, ParsedConnectionString.Parse($"{text};{Hole.AnyText}"));
    }

    private static bool IsPassword(ConfigValue value) => KeywordOf(value) == Keyword.Password;

    private static int StartOfName(string name) => name.LastIndexOf('_') + 1;

    private static Keyword? KeywordOf(ConfigValue value)
    {
        var name = value.Path.Name.Substring(StartOfName(value.Path.Name));
        if (!s_names.Contains(name) || PostgresVariable.IsPassword(value.Path.Name))
            return null;

        return name.Equals("User", StringComparison.OrdinalIgnoreCase) ? Keyword.Username : Keyword.Find(name);
    }
}
