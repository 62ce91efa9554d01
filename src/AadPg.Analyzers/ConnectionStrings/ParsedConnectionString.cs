using System.Collections.Immutable;

namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>A connection string, read as Npgsql reads it. Bad text is a value, not an exception: see <see cref="ErrorStart"/>.</summary>
internal sealed class ParsedConnectionString
{
    private ParsedConnectionString(string text, ImmutableArray<ConnectionStringEntry> entries, int? errorStart)
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

    public static ParsedConnectionString Parse(string text)
    {
        var lexer = new ConnectionStringLexer(text);
        var entries = ImmutableArray.CreateBuilder<ConnectionStringEntry>();
        while (lexer.Next() is { } entry)
            entries.Add(entry);

        return new ParsedConnectionString(text, entries.ToImmutable(), lexer.ErrorStart);
    }

    /// <summary>What the string says for <paramref name="keyword"/>: as in Npgsql the last entry wins, across synonyms.</summary>
    public Setting Get(Keyword keyword)
    {
        for (var i = Entries.Length - 1; i >= 0; i--)
        {
            var entry = Entries[i];
            if (entry.Keyword == keyword)
                return entry.IsReset ? new Setting(Presence.Absent, null) : new Setting(Presence.Present, entry);

            if (entry.MayHoldAnyKeyword)
                return new Setting(Presence.Unknown, null);
        }

        return new Setting(IsMalformed ? Presence.Unknown : Presence.Absent, null);
    }

    /// <summary>As <see cref="Get"/>, but an entry counts even if a hole behind it could override it: what is written is written.</summary>
    public Setting GetWritten(Keyword keyword)
    {
        var setting = Get(keyword);
        if (setting.Presence != Presence.Unknown)
            return setting;

        var written = Entries.LastOrDefault(entry => entry.Keyword == keyword && !entry.IsReset);
        return written is null ? setting : new Setting(Presence.Present, written);
    }
}
