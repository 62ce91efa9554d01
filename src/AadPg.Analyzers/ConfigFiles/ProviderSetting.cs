using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>A setting that says which database another one beside it is for: <c>"Provider": "Npgsql"</c>, <c>"DbType": "PostgreSQL"</c>.</summary>
internal static class ProviderSetting
{
    private static readonly string[] s_endings = ["Provider", "ProviderName", "ProviderType", "DbType", "DatabaseType", "Dialect", "DatabaseEngine", "DbEngine", "Dbms"];

    /// <summary>Whether <paramref name="name"/> of the file names such a setting.</summary>
    public static bool IsName(string file, TextRange name) => Array.Exists(s_endings, ending =>
        name.Length >= ending.Length && string.Compare(file, name.End - ending.Length, ending, 0, ending.Length, StringComparison.OrdinalIgnoreCase) == 0);

    public static bool IsName(string name) => IsName(name, new TextRange(0, name.Length));
}
