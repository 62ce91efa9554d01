using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>What a reader has found. Readers ask first, so that the many values that concern nobody here cost no memory.</summary>
internal sealed class ConfigValues(string file, bool takesAll = false)
{
    /// <summary>The longest value that is looked at, in characters: longer ones are certificates, keys and other data.</summary>
    private const int MaximumLength = 16 * 1024;

    private readonly ImmutableArray<ConfigValue>.Builder _values = ImmutableArray.CreateBuilder<ConfigValue>();

    /// <summary>The names of a compose file's services.</summary>
    public List<string> Services { get; } = [];

    /// <summary>
    /// Whether a value can be a connection string (it has an equals sign, perhaps as an XML or JSON escape), a URI, a <see cref="ConnectionPart"/> of
    /// one, a <see cref="ProviderSetting"/>, or one of the variables of <see cref="PostgresVariable"/>.
    /// </summary>
    public bool Wants(TextRange name, TextRange value) =>
        value.Length is > 0 and <= MaximumLength
        && (takesAll
            || file.IndexOf('=', value.Start, value.Length) >= 0
            || file.IndexOf("://", value.Start, value.Length, StringComparison.Ordinal) >= 0
            || PostgresVariable.IsName(file, name)
            || ConnectionPart.IsName(file, name)
            || ProviderSetting.IsName(file, name)
            || file.IndexOf("003d", value.Start, value.Length, StringComparison.OrdinalIgnoreCase) >= 0);

    public void Add(ConfigValue value) => _values.Add(value);

    public void AddRange(IEnumerable<ConfigValue> values) => _values.AddRange(values);

    public ImmutableArray<ConfigValue> ToImmutable() => _values.ToImmutable();
}
