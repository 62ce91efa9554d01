using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>Reads JSON's escapes, which YAML's double quotes share.</summary>
internal static class JsonText
{
    /// <summary>The text of a string; <paramref name="content"/> is without its quotes, <paramref name="whole"/> with them, if it has any.</summary>
    public static ConfigText Decode(string file, TextRange content, TextRange whole)
    {
        var result = new ConfigTextBuilder(file);
        for (var position = content.Start; position < content.End;)
        {
            var length = LengthOfCharacter(file, position, content.End);
            var source = new TextRange(position, position + length);
            result.Add(length == 1 ? file[position] : Unescape(file, source), source);
            position = source.End;
        }

        return result.Build(whole, whole.Length > content.Length ? Notation.DoubleQuoted : Notation.Bare);
    }

    /// <summary>How many characters of the file stand for the one at <paramref name="position"/>.</summary>
    public static int LengthOfCharacter(string file, int position, int end)
    {
        if (file[position] != '\\' || position + 1 >= end)
            return 1;

        return file[position + 1] == 'u' && position + 6 <= end ? 6 : 2;
    }

    public static char Unescape(string file, TextRange escape) => file[escape.Start + 1] switch
    {
        'u' when escape.Length == 6 => ParseHex(file, escape.Start + 2, 4) is { } value ? (char)value : '\uFFFD',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\b',
        'f' => '\f',
        var other => other,
    };

    /// <summary>The number that <paramref name="length"/> hexadecimal digits make; null when they are none.</summary>
    public static int? ParseHex(string file, int start, int length)
    {
        var value = 0;
        for (var position = start; position < start + length; position++)
        {
            var digit = file[position] switch
            {
                >= '0' and <= '9' and var character => character - '0',
                >= 'a' and <= 'f' and var character => character - 'a' + 10,
                >= 'A' and <= 'F' and var character => character - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
                return null;

            value = (value * 16) + digit;
        }

        return value;
    }
}
