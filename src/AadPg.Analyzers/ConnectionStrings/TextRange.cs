namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>A run of characters in a connection string: <paramref name="Start"/> is its first, <paramref name="End"/> is past its last.</summary>
internal readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;

    public bool Overlaps(TextRange other) => Start < other.End && other.Start < End;

    public string In(string text) => text.Substring(Start, Length);
}
