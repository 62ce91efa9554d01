namespace AadPg.CodeFixes.Editing;

/// <summary>The order of a file's using directives.</summary>
internal sealed class UsingOrder(bool isSystemFirst) : IComparer<string>
{
    public static readonly UsingOrder SystemFirst = new(isSystemFirst: true);
    private static readonly UsingOrder s_alphabetic = new(isSystemFirst: false);

    /// <summary>The order that the names are in: the plain one, or the usual one with System first, which those in no order get as well.</summary>
    public static UsingOrder Of(IReadOnlyList<string> names) =>
        !SystemFirst.Sorts(names) && s_alphabetic.Sorts(names) ? s_alphabetic : SystemFirst;

    public int Compare(string? x, string? y)
    {
        var isSystemX = IsSystem(x!);
        return isSystemX != IsSystem(y!)
            ? isSystemX ? -1 : 1
            : StringComparer.OrdinalIgnoreCase.Compare(x, y);
    }

    private bool Sorts(IReadOnlyList<string> names) =>
        Enumerable.Range(1, Math.Max(0, names.Count - 1)).All(index => Compare(names[index - 1], names[index]) <= 0);

    private bool IsSystem(string name) => isSystemFirst && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));
}
