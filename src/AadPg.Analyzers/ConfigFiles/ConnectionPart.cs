using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>Settings that have a key for each part of a connection: <c>"Host": "…", "Username": "…", "Password": "…"</c>.</summary>
internal static class ConnectionPart
{
    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Server", "Port", "Database", "Username", "User", "UserId", "Password", "Pwd", "SslMode",
    };

    private const int LongestName = 8;

    /// <summary>Whether <paramref name="name"/> of the file is a part's; asked for each value, so without a copy for nearly all.</summary>
    public static bool IsName(string file, TextRange name) => name.Length is > 2 and <= LongestName && s_names.Contains(name.In(file));

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

    private static Keyword? KeywordOf(ConfigValue value)
    {
        var name = value.Path.Name;
        if (!s_names.Contains(name))
            return null;

        return name.Equals("User", StringComparison.OrdinalIgnoreCase) ? Keyword.Username : Keyword.Find(name);
    }
}
