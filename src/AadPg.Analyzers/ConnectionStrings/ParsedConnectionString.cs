using System.Collections.Immutable;

namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>
/// A connection string, read as Npgsql reads it, also where Entity Framework or DevExpress has it inside its own. Bad text is a value, not an exception: see
/// <see cref="ErrorStart"/>.
/// </summary>
internal sealed class ParsedConnectionString
{
    public ParsedConnectionString(string text, ImmutableArray<ConnectionStringEntry> entries, int? errorStart)
    {
        Text = text;
        Entries = entries;
        ErrorStart = errorStart;
    }

    public string Text { get; }

    /// <summary>The entries in the order of the text, duplicates included; of malformed text, those before the mistake.</summary>
    public ImmutableArray<ConnectionStringEntry> Entries { get; }

    /// <summary>Where the first entry begins that Npgsql would refuse to read; null when it reads them all.</summary>
    public int? ErrorStart { get; }

    public bool IsMalformed => ErrorStart is not null;

    /// <summary>The provider that the other library's text names for the string inside it, which this is; null for a string that stands by itself.</summary>
    public string? Provider { get; init; }

    /// <summary>The quotes that the string stands in within Entity Framework's; null for any other.</summary>
    public char? Quote { get; init; }

    /// <summary>Whether a part that is not known, outside of these entries, can bring others.</summary>
    public bool MayHoldMore { get; init; }

    public static ParsedConnectionString Parse(string text)
    {
        var connectionString = ParseEntries(text);
        return EntityConnectionString.Read(connectionString) ?? DevExpressConnectionString.Read(connectionString) ?? SchemeConnectionString.Read(connectionString) ?? connectionString;
    }

    /// <summary>The text as Npgsql itself would read it.</summary>
    public static ParsedConnectionString ParseEntries(string text)
    {
        var lexer = new ConnectionStringLexer(text);
        var entries = ImmutableArray.CreateBuilder<ConnectionStringEntry>();
        while (lexer.Next() is { } entry)
            entries.Add(entry);

        return new ParsedConnectionString(text, entries.ToImmutable(), lexer.ErrorStart);
    }

    /// <summary>A string that another lexer has read.</summary>
    public static ParsedConnectionString Of(string text, ImmutableArray<ConnectionStringEntry> entries, bool mayHoldMore = false) => new(text, entries, errorStart: null) { MayHoldMore = mayHoldMore };

    /// <summary>
    /// What the string says for <paramref name="keyword"/>: as in Npgsql the last entry wins, across synonyms. An entry counts even if a
    /// hole behind it could override it, since what is written is written; a hole matters only to what is not.
    /// </summary>
    public Setting Get(Keyword keyword)
    {
        var written = Entries.LastOrDefault(entry => entry.Keyword == keyword);
        if (written is { IsReset: false })
            return new Setting(Presence.Present, written);

        var mayBeInHole = IsMalformed || MayHoldMore || Entries.Any(entry => entry.MayHoldAnyKeyword);
        return new Setting(mayBeInHole ? Presence.Unknown : Presence.Absent, null);
    }
}
