using System.Globalization;
using System.Text;

namespace AadPg.Generators.Specs;

/// <summary>The name of a generated file: the full metadata name of the type in it, and <c>.g.cs</c>.</summary>
internal static class HintName
{
    /// <param name="metadataName">The full metadata name of the type.</param>
    /// <param name="isShared">Another type's name differs from this one in case alone; a hash of the exact name keeps their files apart.</param>
    public static string Create(string metadataName, bool isShared)
    {
        var name = new StringBuilder(metadataName.Length + 5);
        foreach (var character in metadataName)
            Append(name, character);
        if (isShared)
            name.Append('(').Append(Hash(metadataName)).Append(')');
        return name.Append(".g.cs").ToString();
    }

    /// <summary>
    /// The compiler takes letters, digits and some punctuation; a C# name may also have combining marks and connectors.
    /// Those are written as a code point in parentheses, which no C# name can hold.
    /// </summary>
    private static void Append(StringBuilder name, char character)
    {
        if (char.IsLetterOrDigit(character) || character is '.' or '+' or '_' or '`')
            name.Append(character);
        else
            name.Append('(').Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)).Append(')');
    }

    /// <summary>FNV-1a: short, and the same in every process.</summary>
    private static string Hash(string text)
    {
        var hash = 2166136261;
        foreach (var character in text)
            hash = unchecked((hash ^ character) * 16777619);
        return hash.ToString("X8", CultureInfo.InvariantCulture);
    }
}
