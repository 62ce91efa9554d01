using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>Settings that have a key for each part of a connection: <c>"Host": "…", "Username": "…", "Password": "…"</c>, or <c>DB_HOST</c> and <c>DB_PASSWORD</c>.</summary>
internal static class ConnectionPart
{
    private const int LongestName = 8;

    private static readonly char[] s_separators = [':', '_'];

    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Server", "Port", "Database", "Username", "User", "UserId", "Password", "Pwd", "Pass", "SslMode",
    };

    /// <summary>
    /// Whether <paramref name="name"/> of the file is a part's, alone or behind a prefix: <c>DB_PASSWORD</c>, <c>Shop__Postgres__Host</c>, <c>DbPassword</c>.
    /// </summary>
    public static bool IsName(string file, TextRange name) => StartOfName(file, name) is not null;

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

    private static int StartOfName(string name) => StartOfName(name, new TextRange(0, name.Length)) ?? name.LastIndexOf('_') + 1;

    /// <summary>Where the part's own name begins: behind the last separator, or at a capital; null when it is no part's.</summary>
    private static int? StartOfName(string file, TextRange name)
    {
        var start = name.Length == 0 ? name.Start : Math.Max(name.Start, file.LastIndexOfAny(s_separators, name.End - 1, name.Length) + 1);
        for (var position = Math.Max(start, name.End - LongestName); position < name.End - 2; position++)
        {
            if ((position == start || BeginsWord(file, position)) && s_names.Contains(file.Substring(position, name.End - position)))
                return position;
        }

        return null;
    }

    private static bool BeginsWord(string file, int position) =>
        char.IsUpper(file[position]) && (!char.IsUpper(file[position - 1]) || char.IsLower(file[position + 1]));

    private static Keyword? KeywordOf(ConfigValue value) => KeywordOf(value.Path.Name);

    /// <summary>What a value of that name is in a connection string; null when it is no part of one.</summary>
    public static Keyword? KeywordOf(string settingName)
    {
        var name = settingName.Substring(StartOfName(settingName));
        if (!s_names.Contains(name) || PostgresVariable.IsPassword(settingName))
            return null;

        return name.ToUpperInvariant() switch
        {
            "USER" => Keyword.Username,
            "PASS" => Keyword.Password,
            _ => Keyword.Find(name),
        };
    }
}
