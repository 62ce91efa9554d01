using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Generators.Specs;

namespace AadPg.Generators.Parsing;

/// <summary>The entries of the connection string that an attribute describes, each with the property of the attribute that it comes from.</summary>
internal sealed class WrittenSettings
{
    private readonly List<Entry> _entries = [];

    public void Add(Keyword keyword, string value, string property) => _entries.Add(new Entry(keyword, value, property));

    /// <summary>The value, or <see langword="null"/> when it is not said or not usable.</summary>
    public string? Value(Keyword keyword) => Find(keyword)?.Value;

    /// <summary>Where the value stands; <see langword="null"/> when there is none.</summary>
    public string? Property(Keyword keyword) => Find(keyword)?.Property;

    public bool Has(Keyword keyword) => Property(keyword) is not null;

    /// <summary>In the order of the properties, with what has no property behind them.</summary>
    public EquatableArray<KeywordValueSpec> ToSpec()
    {
        var known = FactorySetting.All.Select(setting => Find(setting.Keyword)).OfType<Entry>().ToList();
        return new(known.Concat(_entries.Except(known)).Select(static entry => new KeywordValueSpec(entry.Keyword.Name, entry.Value)).ToImmutableArray());
    }

    private Entry? Find(Keyword keyword) => _entries.Find(entry => entry.Keyword == keyword);

    private sealed record Entry(Keyword Keyword, string Value, string Property);
}
