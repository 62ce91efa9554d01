using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>Reads XML's entities and character references.</summary>
internal static class XmlText
{
    /// <summary>No reference is longer than <c>&amp;#x10FFFF;</c>; an ampersand without an end nearby is one that was not escaped.</summary>
    private const int LongestReference = 12;

    private static readonly (string Entity, char Character)[] s_entities = [("&amp;", '&'), ("&quot;", '"'), ("&apos;", '\''), ("&lt;", '<'), ("&gt;", '>')];

    /// <summary>
    /// The text of a value; <paramref name="content"/> is without its quotes, <paramref name="whole"/> with them. With quotes it is an attribute's, in
    /// which line ends and tabs are blanks.
    /// </summary>
    public static ConfigText Decode(string file, TextRange content, TextRange whole, bool isCData = false)
    {
        var isAttribute = whole.Length > content.Length;
        var result = new ConfigTextBuilder(file);
        for (var position = content.Start; position < content.End;)
        {
            var reference = file[position] == '&' && !isCData ? ReferenceAt(file, position, content.End) : null;
            if (reference is { } range && CodePoint(file, range) is { } codePoint)
            {
                result.AddCodePoint(codePoint, range);
                position = range.End;
            }
            else
            {
                var blank = isAttribute ? LengthOfLineEnd(file, position, content.End) : 0;
                var source = new TextRange(position, position + Math.Max(blank, 1));
                result.Add(blank > 0 ? ' ' : file[position], source);
                position = source.End;
            }
        }

        return result.Build(whole, isCData ? Notation.Verbatim : isAttribute ? Notation.XmlAttribute : Notation.XmlText);
    }

    /// <summary>The length of a line's end or tab; 0 when there is none.</summary>
    private static int LengthOfLineEnd(string file, int position, int end) => file[position] switch
    {
        '\r' when position + 1 < end && file[position + 1] == '\n' => 2,
        '\t' or '\n' or '\r' => 1,
        _ => 0,
    };

    private static TextRange? ReferenceAt(string file, int start, int end)
    {
        var semicolon = file.IndexOf(';', start, Math.Min(LongestReference, end - start));
        return semicolon < 0 ? null : new TextRange(start, semicolon + 1);
    }

    /// <summary>What a reference stands for; null when it is none.</summary>
    private static int? CodePoint(string file, TextRange reference)
    {
        foreach (var (entity, character) in s_entities)
        {
            if (entity.Length == reference.Length && TextLines.StartsWith(file, reference, entity))
                return character;
        }

        if (TextLines.StartsWith(file, reference, "&#x") && reference.Length > 4)
            return JsonText.ParseHex(file, reference.Start + 3, reference.Length - 4);

        return TextLines.StartsWith(file, reference, "&#") && int.TryParse(file.Substring(reference.Start + 2, reference.Length - 3), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
