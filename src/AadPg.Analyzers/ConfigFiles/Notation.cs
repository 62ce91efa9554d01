using System.Globalization;
using System.Text;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>
/// How text is written where a value stands: in JSON's string, in XML's attribute and so on. What a notation cannot write is written as it is; who
/// writes reads it back (<see cref="ConfigFileFixer"/>) and finds it to be something else.
/// </summary>
internal sealed class Notation
{
    /// <summary>As it is: character data, plain and single-quoted values of <c>.env</c>.</summary>
    public static readonly Notation Verbatim = new(character => character.ToString());

    /// <summary>As it is, but not nothing: YAML's plain scalars, where that is null, and JSON's numbers, where it is a mistake.</summary>
    public static readonly Notation Bare = new(character => character.ToString()) { Empty = "\"\"" };

    /// <summary>Between double quotes, in JSON, YAML and <c>.env</c>.</summary>
    public static readonly Notation DoubleQuoted = new(character => character switch
    {
        '"' or '\\' => "\\" + character,
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when char.IsControl(character) => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
        _ => character.ToString(),
    });

    /// <summary>Between YAML's single quotes.</summary>
    public static readonly Notation YamlSingleQuoted = new(character => character == '\'' ? "''" : character.ToString());

    /// <summary>The text of an element.</summary>
    public static readonly Notation XmlText = new(WriteXml);

    /// <summary>An attribute's value in either quotes, where line ends and tabs would count as blanks.</summary>
    public static readonly Notation XmlAttribute = new(character => character is '\t' or '\n' or '\r' ? $"&#{(int)character};" : WriteXml(character));

    /// <summary>A field of <c>.pgpass</c>.</summary>
    public static readonly Notation Pgpass = new(character => character is ':' or '\\' ? "\\" + character : character.ToString());

    private readonly Func<char, string> _write;

    private Notation(Func<char, string> write) => _write = write;

    /// <summary>What is written for a value without a character.</summary>
    public string Empty { get; private init; } = "";

    /// <summary>Where what goes with a value's last character begins; null for the value's first character.</summary>
    public int? EmptyStart { get; private init; }

    /// <summary>A block scalar.</summary>
    /// <param name="start">The beginning of its first line: blanks without text behind them would not be an empty scalar.</param>
    /// <param name="lineBreak">What stands between two of its lines, indentation included.</param>
    public static Notation YamlBlock(int start, string lineBreak) => new(character => character == '\n' ? lineBreak : character.ToString()) { EmptyStart = start };

    /// <summary>How a part of such a value is written: it may be empty, since what is around it is not.</summary>
    public Notation OfPart => Empty.Length > 0 || EmptyStart is not null ? Verbatim : this;

    public string Write(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var character in text)
            written.Append(_write(character));

        return written.ToString();
    }

    private static string WriteXml(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&apos;",
        _ => character.ToString(),
    };
}
