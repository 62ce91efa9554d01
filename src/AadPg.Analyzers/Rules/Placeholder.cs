namespace AadPg.Analyzers.Rules;

/// <summary>Tells a value that stands for a password that is filled in later from a password.</summary>
internal static class Placeholder
{
    /// <summary>What template languages and habits put around a name: <c>&lt;password&gt;</c>, <c>[password]</c>, <c>${VAR}</c>, <c>%VAR%</c> and so on.</summary>
    private static readonly (string Start, string End)[] s_brackets =
    [
        ("<", ">"),
        ("[", "]"),
        ("{", "}"),
        ("${", "}"),
        ("$(", ")"),
        ("#{", "}#"),
        ("%", "%"),
        ("__", "__"),
        ("@Microsoft.KeyVault(", ")"),
    ];

    /// <summary>What a template ends with that asks for <c>your_password</c> or <c>YOUR-PASSWORD-HERE</c>.</summary>
    private static readonly string[] s_asked = ["password", "passwd", "pwd", "pass", "secret", "here"];

    /// <summary>How templates tell what to do with them, and what follows there: <c>CHANGE_ME_IN_PRODUCTION</c>, <c>replace-this-password</c>.</summary>
    private static readonly string[] s_orders = ["change", "replace", "enter", "insert", "put", "set"];
    private static readonly string[] s_objects = ["me", "this", "it", "your", "with", "the", "in", "by"];

    private static readonly string[] s_hosts = ["HOST", "HOSTNAME", "SERVER"];
    private static readonly string[] s_passwords = ["PASSWORD", "PASS", "PWD"];

    private static readonly char[] s_wordSeparators = ['_', '-', ' '];

    /// <summary>Whether <paramref name="value"/> is wholly a placeholder, or the stars, crosses or dots that stand for a password in print.</summary>
    public static bool Is(string value)
    {
        var trimmed = value.Trim();
        return s_brackets.Any(bracket => IsBetween(trimmed, bracket.Start, bracket.End)) || IsMask(trimmed) || (HasWordsAlone(trimmed) && (AsksForYours(trimmed) || IsOrder(trimmed))) || IsNote(trimmed);
    }

    /// <summary>Whether a host is one that a template asks for: <c>&lt;host&gt;</c>, <c>__DB_HOST__</c>, <c>HOST_IP</c>.</summary>
    public static bool IsHost(string value) => Is(value) || IsAskedFor(value, s_hosts);

    /// <summary>Whether a value is what a template asks for in capitals, <c>DB_PASSWORD</c>, which alone would be a password like others.</summary>
    public static bool MayBePassword(string value) => IsAskedFor(value, s_passwords);

    private static bool IsAskedFor(string value, string[] names) =>
        value.Length > 0 && value.All(character => char.IsUpper(character) || character == '_') && value.Split('_').Any(names.Contains);

    /// <summary>A digit or a sign among them makes it a password that people use.</summary>
    private static bool HasWordsAlone(string value) => value.All(character => char.IsLetter(character) || s_wordSeparators.Contains(character));

    private static bool AsksForYours(string value) =>
        value.StartsWith("your", StringComparison.OrdinalIgnoreCase) && s_asked.Any(word => value.EndsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Three words at least: <c>change_me</c> is a password that people leave as it is.</summary>
    private static bool IsOrder(string value) =>
        value.ToLowerInvariant().Split(s_wordSeparators, StringSplitOptions.RemoveEmptyEntries) is [var order, var what, _, ..] && s_orders.Contains(order) && s_objects.Contains(what);

    /// <summary>Words in capitals, such as <c>NOT SET</c> and <c>GET IT FROM USER SECRETS</c>.</summary>
    private static bool IsNote(string value) => value.IndexOf(' ') > 0 && value.All(character => character == ' ' || char.IsUpper(character));

    private static bool IsBetween(string value, string start, string end) =>
        value.Length > start.Length + end.Length
        && value.StartsWith(start, StringComparison.OrdinalIgnoreCase)
        && value.EndsWith(end, StringComparison.Ordinal);

    private static bool IsMask(string value) => value is "…" or "_" or "-" or "?" or "." or "<>" or "{}" || (value.Length >= 3 && (value.All(c => c == '*') || value.All(c => c is 'x' or 'X') || value.All(c => c == '•') || value.All(c => c == '.')));
}
