using System.Collections.Immutable;
using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Tracing;

/// <summary>Reads a variable that is set in one text, as containers and shells take it: <c>"POSTGRES_PASSWORD=…"</c>.</summary>
internal static class PasswordVariable
{
    private static readonly string[] s_begins = [PostgresVariable.Password + "=", PostgresVariable.ContainerPassword + "="];

    /// <summary>A loop and not a lambda: it runs for every literal, and would make a closure for each.</summary>
    public static bool Begins(string text)
    {
        foreach (var begin in s_begins)
        {
            if (text.StartsWith(begin, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Where the password is for, as far as that is known, and the password; null for another text.</summary>
    public static ParsedConnectionString? Read(string text)
    {
        if (!Begins(text) || ShellText.Values(text).FirstOrDefault() is not { Name: { } name, Value: { Length: > 0 } value })
            return null;

        var password = Entry(Keyword.Password, value.In(text), value);
        return ParsedConnectionString.Of(text, name == PostgresVariable.ContainerPassword
            ? ImmutableArray.Create(Entry(Keyword.Host, "localhost", new TextRange(0, name.Length)), password)
            : ImmutableArray.Create(password));
    }

    private static ConnectionStringEntry Entry(Keyword keyword, string value, TextRange range) => new()
    {
        Key = keyword.Name,
        Value = value,
        KeyRange = new TextRange(range.Start, range.Start),
        ValueRange = range,
        NextStart = range.End,
        MayHoldAnyKeyword = false,
    };
}
