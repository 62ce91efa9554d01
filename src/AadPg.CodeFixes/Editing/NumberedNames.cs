namespace AadPg.CodeFixes.Editing;

/// <summary>The names to try for something new.</summary>
internal static class NumberedNames
{
    /// <summary><c>ShopDb</c>, then <c>ShopDb2</c> and so on.</summary>
    public static IEnumerable<string> Of(string name) => Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : name + number);
}
