namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>A keyword of Npgsql's connection strings, with every spelling that Npgsql accepts. Compared by reference.</summary>
internal sealed partial class Keyword
{
    private Keyword(string name, params string[] synonyms)
    {
        Name = name;
        Spellings = [name, .. synonyms];
    }

    /// <summary>The canonical spelling, which is the one that messages use.</summary>
    public string Name { get; }

    /// <summary>The canonical spelling first, then the synonyms.</summary>
    public IReadOnlyList<string> Spellings { get; }

    /// <summary>The keyword of this spelling in any case, or null: Npgsql knows no such keyword.</summary>
    public static Keyword? Find(string spelling) => s_bySpelling.TryGetValue(spelling, out var keyword) ? keyword : null;

    public override string ToString() => Name;
}
