using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>The keys and list items that lead to the line that is read, by their columns.</summary>
internal sealed class YamlStack
{
    private readonly List<Node> _nodes = [];
    private int _groups;

    /// <summary>A key, or an item of a list, which has none.</summary>
    private sealed class Node(int column, string? key, int group)
    {
        public int Column => column;

        public string? Key => key;

        public int Group => group;

        /// <summary>What the item's <c>name:</c> says.</summary>
        public string? EntryName { get; set; }

        /// <summary>What the item's <c>value:</c> says, while its name is not read.</summary>
        public ConfigText? EntryValue { get; set; }
    }

    /// <summary>Whether the innermost key is a service of a compose file.</summary>
    public bool IsComposeService => _nodes is [{ Key: "services", Column: 0 }, { Key: not null }];

    private Node? Item => _nodes.Count > 1 && _nodes[_nodes.Count - 2] is { Key: null } item ? item : null;

    public void Clear() => _nodes.Clear();

    /// <summary>A number for a value that stands beside no other.</summary>
    public int NewGroup() => ++_groups;

    public void OpenKey(int column, string key)
    {
        while (_nodes.Count > 0 && _nodes[_nodes.Count - 1].Column >= column)
            _nodes.RemoveAt(_nodes.Count - 1);

        _nodes.Add(new Node(column, key, ++_groups));
    }

    /// <summary>A list may stand as deep as its own key.</summary>
    public void OpenItem(int column)
    {
        while (_nodes.Count > 0 && (_nodes[_nodes.Count - 1].Column > column || (_nodes[_nodes.Count - 1].Column == column && _nodes[_nodes.Count - 1].Key is null)))
            _nodes.RemoveAt(_nodes.Count - 1);

        _nodes.Add(new Node(column, key: null, ++_groups));
    }

    /// <summary>Whether the key is one half of an entry on two lines: <c>- name: X</c>, <c>value: Y</c>.</summary>
    public bool IsPartOfEntry(string? key) => key is "name" or "value" && Item is not null;

    /// <summary>Takes the value of the innermost key or item; null while the entry that it belongs to is not complete.</summary>
    public ConfigValue? Enter(string? key, ConfigText text)
    {
        if (key is null)
            return EnterItem(text);

        if (!IsPartOfEntry(key) || Item is not { } item)
            return new ConfigValue(new ConfigPath(Keys(0)), text, GroupOf(2));

        if (key == "name")
            item.EntryName = text.Text;
        else
            item.EntryValue = text;

        return item is { EntryName: { } name, EntryValue: { } value }
            ? new ConfigValue(new ConfigPath(Keys(1).Append(name)), value, GroupOf(3))
            : null;
    }

    /// <summary><c>- NAME=value</c>, or a text by itself: a connection string also begins with a name and an equals sign.</summary>
    private ConfigValue EnterItem(ConfigText text)
    {
        var equals = text.Text.IndexOf('=');
        var name = equals > 0 ? text.Text.Substring(0, equals) : "";
        var isVariable = name.Length > 0 && name.All(character => char.IsLetterOrDigit(character) || character is '_' or ':' or '.' or '-') && Keyword.Find(name) is null;
        return isVariable
            ? new ConfigValue(new ConfigPath(Keys(0).Append(name)), text.From(equals + 1), GroupOf(2))
            : new ConfigValue(new ConfigPath(Keys(0)), text, GroupOf(2));
    }

    /// <summary>The keys without the innermost <paramref name="skipped"/> nodes.</summary>
    private IEnumerable<string> Keys(int skipped)
    {
        var last = _nodes.Count - skipped;
        var first = Math.Max(0, last - ConfigPath.MaximumDepth);
        return _nodes.GetRange(first, last - first).Select(node => node.Key).OfType<string>();
    }

    private int GroupOf(int fromTheEnd) => _nodes.Count >= fromTheEnd ? _nodes[_nodes.Count - fromTheEnd].Group : 0;
}
