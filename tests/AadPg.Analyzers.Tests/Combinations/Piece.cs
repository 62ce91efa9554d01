using Microsoft.CodeAnalysis.CSharp;

namespace AadPg.Analyzers.Tests.Combinations;

/// <summary>A part of a text that a program writes down, or takes from its configuration.</summary>
/// <param name="Text">The part.</param>
/// <param name="IsKnown">Whether it is written down.</param>
internal readonly record struct Piece(string Text, bool IsKnown = true)
{
    /// <summary>The parameter of each generated method that holds what comes from configuration.</summary>
    public static Piece Unknown { get; } = new("text", IsKnown: false);

    /// <summary>The part as an expression.</summary>
    public string Source => IsKnown ? Quote(Text) : Text;

    /// <summary>The part within an interpolated string.</summary>
    public string Interpolated => IsKnown ? Quote(Text)[1..^1].Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal) : $"{{{Text}}}";

    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
