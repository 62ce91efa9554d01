namespace AadPg.Generators.Specs;

/// <summary>One entry of the connection string.</summary>
/// <param name="Keyword">Npgsql's canonical spelling.</param>
/// <param name="Value">The value, without quotes.</param>
internal sealed record KeywordValueSpec(string Keyword, string Value);
