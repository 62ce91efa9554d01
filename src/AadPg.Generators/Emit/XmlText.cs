using System.Text;
using System.Xml;

namespace AadPg.Generators.Emit;

/// <summary>A value from the attribute, made safe to stand on one line of a documentation comment.</summary>
internal static class XmlText
{
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var index = 0; index < value.Length; index++)
        {
            if (char.IsSurrogatePair(value, index))
                text.Append(value, index++, 2);
            else
                Append(text, value[index]);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, char character)
    {
        _ = character switch
        {
            '<' => text.Append("&lt;"),
            '>' => text.Append("&gt;"),
            '&' => text.Append("&amp;"),
            _ when EndsLine(character) || !XmlConvert.IsXmlChar(character) => text.Append(' '),
            _ => text.Append(character),
        };
    }

    /// <summary>What ends a line in C#: the rest of the value would be code.</summary>
    private static bool EndsLine(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
