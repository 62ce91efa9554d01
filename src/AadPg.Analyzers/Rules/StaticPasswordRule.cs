using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>AADPG0001 and AADPG0003: a password is written down. Where the server is decides which.</summary>
internal static class StaticPasswordRule
{
    public static Finding? Check(ParsedConnectionString connectionString, RuleSettings settings)
    {
        if (connectionString.IsMalformed || (Written(connectionString, Keyword.Password) ?? Written(connectionString, Keyword.SslPassword)) is not { } entry)
            return null;

        var descriptor = ServerLocation.IsLocal(connectionString, settings)
            ? Descriptors.StaticPasswordForLocalServer
            : Descriptors.StaticPassword;
        return new Finding(descriptor, entry.Range, entry.Key) { ValueRange = entry.ValueRange };
    }

    /// <summary>
    /// The entry, when its value is written down or at least begins so: whatever a part that is not known adds to <c>Password=abc</c>, those
    /// letters stand in the source; signs alone are none. A part that is not known in front may be a whole password, with something else behind it; with one that is drawn
    /// at random, nobody knows the password from the source.
    /// </summary>
    private static ConnectionStringEntry? Written(ParsedConnectionString connectionString, Keyword keyword) =>
        connectionString.Get(keyword) is { Presence: Presence.Present, Entry: { } entry }
        && BeginsWritten(entry.Value)
        && !IsPlaceholder(entry.Value, connectionString) ? entry : null;

    /// <summary>Whether a password stands for another, by itself or where the host or the user is one that a template asks for.</summary>
    public static bool IsPlaceholder(string password, ParsedConnectionString connectionString) =>
        Placeholder.Is(password)
        || (ServerLocation.IsTemplate(connectionString) && (Placeholder.IsWordForPassword(password) || Placeholder.MayBePassword(password)))
        || (connectionString.Get(Keyword.Username).KnownValue is { } user && Placeholder.IsUser(user) && Placeholder.MayBePassword(password));

    private static bool BeginsWritten(string value) =>
        value.Length > 0 && value[0] is not (Hole.AnyText or Hole.Scalar) && value.IndexOf(Hole.Random) < 0 && (!Hole.IsIn(value) || value.Any(character => char.IsLetterOrDigit(character) || character == Hole.Constant));
}
