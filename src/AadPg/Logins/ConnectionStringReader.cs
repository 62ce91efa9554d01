using System.Data.Common;
using Npgsql;

namespace AadPg;

/// <summary>
/// Reads a connection string as Npgsql does, but fails with an exception of ours: Npgsql's own quotes what it could not read, and that
/// can be the password.
/// </summary>
internal static class ConnectionStringReader
{
    /// <summary>Reads a connection string.</summary>
    /// <exception cref="AadAuthenticationException">It cannot be read; the message names the key, never a value.</exception>
    public static NpgsqlConnectionStringBuilder Read(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception fault) when (IsReadingFault(fault))
        {
            throw new AadAuthenticationException(AadAuthenticationFailure.InvalidSettings, Explain(text));
        }
    }

    private static string Explain(string text)
    {
        var entries = new DbConnectionStringBuilder();
        try
        {
            entries.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            return "The connection string is not a list of Keyword=Value pairs separated by semicolons. Npgsql reads no postgres:// URI; "
                + "a value with a semicolon, a quote or an equals sign at its start has to be put in quotes.";
        }

        foreach (string keyword in entries.Keys)
        {
            if (!TrySet(keyword, entries[keyword]))
                return ExplainEntry(keyword);
        }

        return "Npgsql cannot read the connection string.";
    }

    private static string ExplainEntry(string keyword)
    {
        if (new NpgsqlConnectionStringBuilder().ContainsKey(keyword))
            return $"The connection string's value for '{keyword}' is none that Npgsql knows.";

        // A piece of an unquoted password can look like a keyword. Real keywords are words.
        return keyword.All(static c => char.IsAsciiLetter(c) || c is ' ' or '_')
            ? $"The connection string's keyword '{keyword}' is none that Npgsql knows."
            : "The connection string has a keyword that Npgsql does not know.";
    }

    private static bool TrySet(string keyword, object value)
    {
        try
        {
            new NpgsqlConnectionStringBuilder()[keyword] = value;
            return true;
        }
        catch (Exception fault) when (IsReadingFault(fault))
        {
            return false;
        }
    }

    private static bool IsReadingFault(Exception fault) =>
        fault is ArgumentException or FormatException or OverflowException or NotSupportedException or InvalidCastException or KeyNotFoundException;
}
