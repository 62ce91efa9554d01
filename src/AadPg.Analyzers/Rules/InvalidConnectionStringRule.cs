using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>
/// AADPG0012: Npgsql refuses or misreads the text. The message names a keyword only when it is a known one: any other word may be the
/// rest of a password that holds a semicolon.
/// </summary>
internal static class InvalidConnectionStringRule
{
    private const string NoPair = "Npgsql refuses this: it is no 'keyword=value', or a quote is not closed";
    private const string Form = "Host=…;Database=…;Username=…";

    public static Finding? Check(ParsedConnectionString connectionString)
    {
        var text = connectionString.Text;
        var whole = new TextRange(0, text.Length);
        if (PostgresUri.Is(text))
            return Found(whole, $"Npgsql does not read URIs, and its exception repeats the text, a password included; write '{Form}'");

        if (LibpqText.Read(text) is not null)
            return Found(whole, $"Npgsql reads this text, in libpq's form, as one value; write '{Form}' with semicolons between");

        if (connectionString.Provider is not null)
            return Found(whole, $"Npgsql does not read {(connectionString.Quote is null ? "DevExpress" : "Entity Framework")}'s form; give it the provider connection string alone");

        if (Placeholder.Is(text) || IsNameForEntityFramework(connectionString))
            return null;

        return UnknownKeyword(connectionString) ?? UnknownSslMode(connectionString) ?? Malformed(connectionString);
    }

    /// <summary>Words that stand for a connection string: <c>your connection string here</c>, or <c>NotFound</c> where there is none.</summary>
    public static bool IsProse(string text) => text.IndexOf('=') < 0 && text.Any(char.IsLetter) && !PostgresUri.Is(text);

    /// <summary>
    /// Whether what is wrong is the form alone, which another library does read, to give what is inside to an Npgsql whose keywords may be those of long ago.
    /// </summary>
    public static bool IsOfAnotherLibrary(Finding finding, ParsedConnectionString connectionString) =>
        finding.Descriptor == Descriptors.InvalidConnectionString && connectionString.Provider is not null;

    /// <summary>EF Core itself resolves <c>Name=ConnectionStrings:Shop</c> from configuration.</summary>
    private static bool IsNameForEntityFramework(ParsedConnectionString connectionString) =>
        connectionString is { IsMalformed: false, Entries: [var only] } && only.Key.Equals("name", StringComparison.OrdinalIgnoreCase);

    private static Finding? UnknownKeyword(ParsedConnectionString connectionString)
    {
        if (connectionString.Entries.FirstOrDefault(IsUnknown) is not { } entry)
            return null;

        // Up to the next equals sign, semicolons included, all is one key.
        if (entry.Key.IndexOf(';') is var end and >= 0)
            return Found(new TextRange(entry.KeyRange.Start, entry.KeyRange.Start + end), NoPair);

        return Found(entry.KeyRange, ForeignKeyword.Find(entry.Key) is { } foreign
            ? $"'{foreign.Spelling}' is no keyword of Npgsql, which refuses it; {foreign.Remedy}"
            : "Npgsql has no such keyword, and refuses the text; correct it, or put a value that holds a semicolon in quotes");
    }

    private static bool IsUnknown(ConnectionStringEntry entry) =>
        !entry.MayHoldAnyKeyword && entry.Keyword is null && !Hole.IsIn(entry.Key) && !Placeholder.Is(entry.Key);

    private static Finding? UnknownSslMode(ParsedConnectionString connectionString)
    {
        if (connectionString.Get(Keyword.SslMode) is not { KnownValue: { } value, Entry: { } entry } || SslModes.Parse(value) is not null || Placeholder.Is(value))
            return null;

        return Found(entry.Range, SslModeSpelling.Find(value) is { } mode
            ? $"'{entry.Key}' has a value that Npgsql refuses; write '{entry.Key}={mode}'"
            : $"'{entry.Key}' has a value that Npgsql refuses; write 'VerifyFull', or one of Disable, Allow, Prefer, Require and VerifyCA");
    }

    /// <summary>A hole may bring the quote or the equals sign that is missing.</summary>
    private static Finding? Malformed(ParsedConnectionString connectionString)
    {
        if (connectionString.ErrorStart is not { } start || connectionString.Text.IndexOf(Hole.AnyText) >= 0)
            return null;

        var rest = connectionString.Text.Substring(start).Split(';')[0];
        return Placeholder.Is(rest)
            ? null
            : Found(new TextRange(start, start + rest.TrimEnd().Length), NoPair);
    }

    private static Finding Found(TextRange range, string message) => new(Descriptors.InvalidConnectionString, range, message);
}
