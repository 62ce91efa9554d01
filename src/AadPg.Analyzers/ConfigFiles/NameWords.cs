namespace AadPg.Analyzers.ConfigFiles;

/// <summary>Takes names apart: <c>ShopPostgreSqlDb</c> and <c>SHOP_POSTGRESQL_DB</c> both speak of <c>postgresql</c>.</summary>
internal static class NameWords
{
    /// <summary>
    /// The words of a name in lower case, with the digits behind them too (<c>db2</c>), and each two that stand together as one: names write <c>MySql</c> and <c>mysql</c>,
    /// <c>ConnectionString</c> and <c>connection_string</c>.
    /// </summary>
    public static IEnumerable<string> Of(string name)
    {
        string? previous = null;
        for (var start = 0; start < name.Length;)
        {
            var end = EndOfWord(name, start);
            if (end == start)
            {
                start++;
                continue;
            }

            var word = name.Substring(start, end - start).ToLowerInvariant();
            yield return word;
            if (previous is not null)
                yield return previous + word;

            previous = word;
            start = end;
            while (end < name.Length && char.IsDigit(name[end]))
                end++;

            if (end > start)
                yield return word + name.Substring(start, end - start);
        }
    }

    /// <summary>A run of capitals, or letters up to the next capital; digits part words.</summary>
    private static int EndOfWord(string name, int start)
    {
        var end = start;
        while (end < name.Length && char.IsUpper(name[end]))
            end++;

        // "PGHost" is "PG" and "Host": the last capital of a run begins the word behind it.
        if (end - start > 1)
            return end < name.Length && char.IsLower(name[end]) ? end - 1 : end;

        while (end < name.Length && char.IsLetter(name[end]) && !char.IsUpper(name[end]))
            end++;

        return end;
    }
}
