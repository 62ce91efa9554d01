using Microsoft.CodeAnalysis.CSharp;

namespace AadPg.Generators.Emit;

/// <summary>Text from the user's code, made safe to stand in generated code.</summary>
internal static class CSharpText
{
    /// <summary>A string literal of the value, or <c>null</c>.</summary>
    public static string Literal(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A name as code. Contextual keywords are escaped too: which of them are free differs between language versions.</summary>
    public static string Identifier(string name) => IsKeyword(name) ? $"@{name}" : name;

    /// <summary>The name of a type in its declaration, where an unescaped one of lower-case letters is a warning (CS8981).</summary>
    public static string TypeIdentifier(string name)
        => IsKeyword(name) || name.All(static letter => letter is >= 'a' and <= 'z') ? $"@{name}" : name;

    private static bool IsKeyword(string name)
        => SyntaxFacts.GetKeywordKind(name) is not SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) is not SyntaxKind.None;
}
