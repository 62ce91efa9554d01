namespace AadPg.Analyzers.ConfigFiles;

/// <summary>The names that lead to a value, outermost first. .NET's <c>:</c> and <c>__</c> within a name part it into more.</summary>
internal sealed class ConfigPath(IEnumerable<string> names)
{
    /// <summary>How many names readers give at most, the innermost ones: a file nested without end must not cost the square of its depth.</summary>
    public const int MaximumDepth = 16;

    private static readonly string[] s_separators = [":", "__"];

    private readonly string[] _segments = [.. names.SelectMany(name => name.Split(s_separators, StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>The value's own name, or empty.</summary>
    public string Name => _segments.Length == 0 ? "" : _segments[_segments.Length - 1];

    /// <summary>The names that lead to what the value stands in.</summary>
    public string Parent => string.Join(":", _segments, 0, Math.Max(0, _segments.Length - 1)) + ":";

    /// <summary>The path, with what is said beside the value as one name more.</summary>
    public ConfigPath Beside(string words) => new([.. _segments.Take(_segments.Length - 1), words, Name]);

    /// <summary>The path to what is named <paramref name="name"/> in the value; to the value itself when that is empty.</summary>
    public ConfigPath With(string name) => new([.. _segments, name]);

    /// <summary>Innermost first.</summary>
    public IEnumerable<string> SegmentsFromTheValueOut => Enumerable.Reverse(_segments);

    /// <summary>Whether the value is a connection string by its place: under <c>ConnectionStrings</c>, or named <c>…ConnectionString</c>.</summary>
    public bool IsConnectionString => _segments.Any(segment => string.Equals(segment, "ConnectionStrings", StringComparison.OrdinalIgnoreCase))
        || NameWords.Of(Name).Any(word => word is "connectionstring");
}
