using System.Text;

namespace AadPg.Tool.Files;

/// <summary>The text of a file, and how to write it so that what is not changed stays the same byte for byte.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Encoding">Its encoding, whose preamble is the file's byte order mark.</param>
internal sealed record EncodedText(string Text, Encoding Encoding)
{
    /// <summary>Those with a byte order mark; the one whose mark begins as another's comes first.</summary>
    private static readonly Encoding[] s_marked =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads a file's bytes; null when they are no text. What is not UTF-8 is taken for one of the encodings of one byte a character: which one does
    /// not matter, since only ASCII is looked at, and the rest goes back as it came.
    /// </summary>
    public static EncodedText? Read(byte[] bytes)
    {
        var marked = Array.Find(s_marked, encoding => bytes.AsSpan().StartsWith(encoding.Preamble));
        var text = marked is null ? Decode(s_utf8, bytes) ?? Decode(Encoding.Latin1, bytes) : Decode(marked, bytes);
        return text is null || text.Text.Contains('\0', StringComparison.Ordinal) || !text.Write(text.Text).AsSpan().SequenceEqual(bytes) ? null : text;
    }

    /// <summary>The bytes of a changed text.</summary>
    public byte[] Write(string text) => [.. Encoding.GetPreamble(), .. Encoding.GetBytes(text)];

    private static EncodedText? Decode(Encoding encoding, byte[] bytes)
    {
        try
        {
            return new EncodedText(encoding.GetString(bytes.AsSpan(encoding.Preamble.Length)), encoding);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
