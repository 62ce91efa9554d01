using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.CodeFixes.Factories;

/// <summary>What a connection string says, as a connection factory says it.</summary>
/// <param name="Arguments">The attribute's properties with their values as C# source.</param>
/// <param name="Others">The keywords that the attribute has no property for, with their values.</param>
internal sealed record FactorySettings(IReadOnlyList<(string Name, string Value)> Arguments, IReadOnlyList<(string Keyword, string Value)> Others)
{
    /// <summary>What is dropped: the password that the token replaces, and a keyword that Npgsql 8 and later ignore.</summary>
    private static readonly Keyword[] s_dropped = [Keyword.Password, Keyword.Passfile, Keyword.TrustServerCertificate];

    private static readonly (Keyword Keyword, string Property)[] s_properties =
    [
        (Keyword.Host, "Host"), (Keyword.Port, "Port"), (Keyword.Database, "Database"), (Keyword.Username, "Username"),
        (Keyword.SslMode, "SslMode"), (Keyword.Find("Application Name")!, "ApplicationName"),
    ];

    public required string Host { get; init; }

    public string? Database { get; init; }

    /// <summary>
    /// The settings of a string that is wholly known and says where to connect and as whom; null for another, and for one with a secret besides
    /// the password, or with the password's words in another setting: no new file, and no name, may hold them.
    /// </summary>
    public static FactorySettings? Read(ParsedConnectionString connectionString)
    {
        var entries = connectionString.Entries.Where(entry => !entry.IsReset).GroupBy(entry => entry.Keyword).Select(group => group.Last()).ToList();
        var isKnown = !connectionString.IsMalformed && entries.TrueForAll(entry => entry.Keyword is not null && (!entry.HasHoleInValue || IsDropped(entry)) && !entry.MayHoldAnyKeyword);
        if (!isKnown || entries.Exists(entry => entry.Keyword == Keyword.SslPassword) || RepeatsPassword() || Value(Keyword.Host) is not { } host || Value(Keyword.Username) is null)
            return null;

        var arguments = new List<(string, string)>();
        foreach (var (keyword, property) in s_properties)
        {
            if (Value(keyword) is { } value && Source(keyword, value) is { } source)
                arguments.Add((property, source));
        }

        var others = entries.Where(entry => !IsDropped(entry) && s_properties.All(pair => pair.Keyword != entry.Keyword)).Select(entry => (entry.Keyword!.Name, entry.Value)).ToList();
        return new FactorySettings(arguments, others) { Host = host, Database = Value(Keyword.Database) };

        bool RepeatsPassword() => Value(Keyword.Password) is { Length: > 0 } password
            && entries.Exists(entry => !IsDropped(entry) && entry.Value.IndexOf(password, StringComparison.OrdinalIgnoreCase) >= 0);

        string? Value(Keyword keyword) => entries.Find(entry => entry.Keyword == keyword)?.Value;
    }

    private static bool IsDropped(ConnectionStringEntry entry) => Array.IndexOf(s_dropped, entry.Keyword) >= 0;

    /// <summary>The value as an attribute's argument; null where the factory's default is that, or is stronger.</summary>
    private static string? Source(Keyword keyword, string value)
    {
        if (keyword == Keyword.SslMode)
            return SslModes.Parse(value) is SslMode.Require or SslMode.VerifyCA ? $"SslMode.{SslModes.Parse(value)}" : null;

        return keyword == Keyword.Port ? value : Microsoft.CodeAnalysis.CSharp.SyntaxFactory.Literal(value).Text;
    }
}
