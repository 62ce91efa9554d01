namespace AadPg.Generators.Parsing;

/// <summary>Finds the name that was meant by one that is misspelt.</summary>
internal static class NearName
{
    /// <summary>In shorter names one letter is a difference that somebody may have wanted.</summary>
    private const int ShortestName = 4;

    /// <summary>The only one of <paramref name="names"/> that differs in its separators, or by one letter; null when there is none, or several.</summary>
    public static string? Find(string name, IEnumerable<string> names)
    {
        var near = names.Where(other => IsNear(name, other)).Distinct(StringComparer.OrdinalIgnoreCase).Take(2).ToList();
        return near.Count == 1 ? near[0] : null;
    }

    private static bool IsNear(string name, string other)
        => string.Equals(Letters(name), Letters(other), StringComparison.OrdinalIgnoreCase) || name.Length >= ShortestName && DiffersByOne(name, other);

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    /// <summary>One letter more, less or another one, or two neighbours in the wrong order.</summary>
    private static bool DiffersByOne(string name, string other)
    {
        var shorter = Math.Min(name.Length, other.Length);
        var start = 0;
        while (start < shorter && IsSame(name[start], other[start]))
            start++;

        var end = 0;
        while (end < shorter - start && IsSame(name[name.Length - 1 - end], other[other.Length - 1 - end]))
            end++;

        return (name.Length - start - end, other.Length - start - end) switch
        {
            (0, 1) or (1, 0) or (1, 1) => true,
            (2, 2) => IsSame(name[start], other[start + 1]) && IsSame(name[start + 1], other[start]),
            _ => false,
        };
    }

    private static bool IsSame(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
