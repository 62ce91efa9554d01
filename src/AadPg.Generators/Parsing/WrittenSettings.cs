using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Generators.Specs;

namespace AadPg.Generators.Parsing;

/// <summary>The entries of the connection string that an attribute describes, each with the property of the attribute that it comes from.</summary>
internal sealed class WrittenSettings
{
    private static readonly Dictionary<Keyword, int> s_order = FactorySetting.All
        .Select(static (setting, order) => (setting.Keyword, order))
        .ToDictionary(static pair => pair.Keyword, static pair => pair.order);

    private readonly List<(Keyword Keyword, string Value, string Property)> _entries = [];

    public void Add(Keyword keyword, string value, string property) => _entries.Add((keyword, value, property));

    /// <summary>The value, or <see langword="null"/> when it is not said or not usable.</summary>
    public string? Value(Keyword keyword) => _entries.Find(entry => entry.Keyword == keyword).Value;

    /// <summary>Where the value stands; <see langword="null"/> when there is none.</summary>
    public string? Property(Keyword keyword) => _entries.Find(entry => entry.Keyword == keyword).Property;

    public bool Has(Keyword keyword) => Property(keyword) is not null;

    /// <summary>In the order of the properties, with what has no property behind them.</summary>
    public EquatableArray<KeywordValueSpec> ToSpec()
        => new(_entries.OrderBy(static entry => OrderOf(entry.Keyword)).Select(static entry => new KeywordValueSpec(entry.Keyword.Name, entry.Value)).ToImmutableArray());

    private static int OrderOf(Keyword keyword) => s_order.TryGetValue(keyword, out var order) ? order : s_order.Count;
}
