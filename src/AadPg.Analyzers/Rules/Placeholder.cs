namespace AadPg.Analyzers.Rules;

/// <summary>Tells a value that stands for a password that is filled in later from a password.</summary>
internal static partial class Placeholder
{
    private static readonly char[] s_wordSeparators = ['_', '-', ' '];

    /// <summary>Whether <paramref name="value"/> is wholly a placeholder, or the stars, crosses or dots that stand for a password in print.</summary>
    public static bool Is(string value)
    {
        var trimmed = value.Trim();
        return s_brackets.Any(bracket => IsBetween(trimmed, bracket.Start, bracket.End)) || IsMask(trimmed) || (HasWordsAlone(trimmed) && AsksForYours(trimmed, s_asked)) || IsOrder(trimmed) || IsNote(trimmed);
    }

    /// <summary>Whether a host is one that a template asks for: <c>&lt;host&gt;</c>, <c>__DB_HOST__</c>, <c>HOST_IP</c>, <c>your_host</c>, <c>host</c>.</summary>
    public static bool IsHost(string value) => Is(value) || value is "host" or "hostname" || IsAskedFor(value, s_hosts) || (HasWordsAlone(value) && AsksForYours(value, s_hosts));

    /// <summary>Whether a user is one that a template asks for: <c>USERNAME</c>, <c>DB_USER</c>.</summary>
    public static bool IsUser(string value) => IsAskedFor(value, s_users);

    /// <summary>Whether a value is what a template asks for in capitals, <c>DB_PASSWORD</c>, which alone would be a password like others.</summary>
    public static bool MayBePassword(string value) => IsAskedFor(value, s_passwords);

    /// <summary>Whether a value is the word itself, <c>password</c>, as examples have it beside a <c>host</c>; beside a server it is a password like others.</summary>
    public static bool IsWordForPassword(string value) => s_passwords.Contains(value.ToUpperInvariant());

    private static bool IsAskedFor(string value, string[] names) =>
        value.All(character => char.IsUpper(character) || character == '_') && value.Split('_').Any(names.Contains);

    /// <summary>A digit or a sign among them makes it a password that people use.</summary>
    private static bool HasWordsAlone(string value) => value.All(character => char.IsLetter(character) || s_wordSeparators.Contains(character));

    private static bool AsksForYours(string value, string[] asked) =>
        value.StartsWith("your", StringComparison.OrdinalIgnoreCase) && asked.Any(word => value.EndsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Three words at least: <c>change_me</c> is a password that people leave as it is. Of five, some may be numbers: <c>CHANGE_ME_TO_32_CHARS</c>.</summary>
    private static bool IsOrder(string value) =>
        value.IndexOfAny(s_wordSeparators) > 0
        && value.ToLowerInvariant().Split(s_wordSeparators, StringSplitOptions.RemoveEmptyEntries) is [var order, var what, _, ..] words && s_orders.Contains(order) && s_objects.Contains(what)
        && (HasWordsAlone(value) || (words.Length > 4 && words.All(word => word.All(char.IsLetterOrDigit))));

    /// <summary>Words in capitals, such as <c>NOT SET</c> and <c>GET IT FROM USER SECRETS</c>.</summary>
    private static bool IsNote(string value) => value.IndexOf(' ') > 0 && value.All(character => character == ' ' || char.IsUpper(character));

    private static bool IsBetween(string value, string start, string end) =>
        value.Length > start.Length + end.Length
        && value.StartsWith(start, StringComparison.OrdinalIgnoreCase)
        && value.EndsWith(end, StringComparison.Ordinal);

    private static bool IsMask(string value) => value is "…" or "_" or "-" or "?" or "." or "<>" or "{}" || (value.Length >= 3 && (value.All(c => c == '*') || value.All(c => c is 'x' or 'X') || value.All(c => s_dots.IndexOf(c) >= 0) || IsEllipsis(value)));

    /// <summary>What is left out of an example, and the punctuation that closes it: <c>[POSTGRES_PASSWORD=...] })</c>.</summary>
    private static bool IsEllipsis(string value) => value.StartsWith("...", StringComparison.Ordinal) && !value.Any(char.IsLetterOrDigit);
}
