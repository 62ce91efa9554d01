namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>One <c>key=value</c> of a connection string, or a hole that stands where one would.</summary>
internal sealed record ConnectionStringEntry
{
    /// <summary>The key as it is written, trimmed, with <c>==</c> read as one equals sign; empty for a hole.</summary>
    public required string Key { get; init; }

    /// <summary>The value without its quotes; empty when there is none.</summary>
    public required string Value { get; init; }

    /// <summary>Where the key stands.</summary>
    public required TextRange KeyRange { get; init; }

    /// <summary>Where the value stands, quotes included; empty, behind the equals sign, when there is none.</summary>
    public required TextRange ValueRange { get; init; }

    /// <summary>The entry from the key's first character to the value's last, without the separator.</summary>
    public TextRange Range => new(KeyRange.Start, Math.Max(KeyRange.End, ValueRange.End));

    /// <summary>Where the next entry can begin: behind the separator, or the end of the string.</summary>
    public required int NextStart { get; init; }

    /// <summary>The keyword that Npgsql knows the key as, or null.</summary>
    public Keyword? Keyword => Keyword.Find(Key);

    /// <summary>Npgsql reads <c>Key=</c> as if the key were not there, which also undoes an earlier value.</summary>
    public bool IsReset => ValueRange.Length == 0;

    /// <summary>The value is not, or not wholly, known.</summary>
    public bool HasHoleInValue => Hole.IsIn(Value);

    /// <summary>The entry can be, or bring along, any keyword: a hole in place of a key, or one that may carry on past its value.</summary>
    public required bool MayHoldAnyKeyword { get; init; }
}
