namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>
/// The characters that stand in a connection string's text for a part that is only known when the app runs. They are ordinary
/// characters to the lexer (no blank, no control, no quote), so that text with holes needs no lexer of its own.
/// </summary>
internal static class Hole
{
    /// <summary>Any text, keywords and separators included: a string variable, a call.</summary>
    public const char AnyText = '\uFFFC';

    /// <summary>Text that cannot hold a separator: a number, a Guid, an enum member.</summary>
    public const char Scalar = '\uFFFB';

    /// <summary>Text that is a constant, and so written down somewhere, but where this build does not see it.</summary>
    public const char Constant = '\uFFFA';

    /// <summary>Text that is another one each time, and holds no separator: a new Guid, random letters.</summary>
    public const char Random = '\uFFF9';

    /// <summary>What stands at the end of a text that may get more entries.</summary>
    public static readonly string UnknownRest = ";" + AnyText;

    public static bool Is(char character) => character is AnyText or Scalar or Constant or Random;

    public static bool IsIn(string text) => text.IndexOf(AnyText) >= 0 || text.IndexOf(Scalar) >= 0 || text.IndexOf(Constant) >= 0 || text.IndexOf(Random) >= 0;
}
