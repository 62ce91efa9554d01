using System.Text.RegularExpressions;

namespace AadPg;

/// <summary>
/// Keeps tokens out of what is told of a credential's failure. A credential may quote the answer that it could not read, and that
/// answer may hold the very token.
/// </summary>
internal static partial class SecretFilter
{
    private const int LongestDescription = 1000;

    /// <summary>The kind of exception and its message, without anything that looks like a token.</summary>
    public static string Describe(Exception fault)
    {
        var message = Secret().Replace(fault.Message, "(removed)").Trim();
        if (message.Length > LongestDescription)
            message = message[..LongestDescription] + " …";

        return $"{fault.GetType().Name}: {message}{(message.EndsWith('.') ? "" : ".")}";
    }

    /// <summary>Whether nothing in the exception, or in those inside it, looks like a token.</summary>
    public static bool IsClean(Exception fault) => !Secret().IsMatch(fault.ToString());

    // A JWT; the value of a field that carries a secret, in JSON or a form; any unbroken run too long to be a word, a path or an id.
    [GeneratedRegex(
        """
        eyJ[\w-]{8,}(\.[\w-]*)*
        |(?<=(access_token|refresh_token|id_token|client_secret|client_assertion|assertion|password)["']?\s*[:=]\s*["']?)[^"'\s&,}]+
        |[\w+/=-]{100,}
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
