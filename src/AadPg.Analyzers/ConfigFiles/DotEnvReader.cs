using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>Reads <c>.env</c> files: <c>NAME=value</c>, perhaps after <c>export</c>, perhaps in quotes, with comments.</summary>
internal sealed class DotEnvReader(string text, ConfigValues values)
{
    private const string Export = "export ";

    public void Read()
    {
        foreach (var line in TextLines.Of(text))
            ReadLine(TextLines.Trim(text, line));
    }

    private void ReadLine(TextRange line)
    {
        if (line.Length == 0 || text[line.Start] == '#')
            return;

        var equals = text.IndexOf('=', line.Start, line.Length);
        if (equals < 0)
            return;

        var name = TextLines.Trim(text, new TextRange(line.Start, equals));
        if (TextLines.StartsWith(text, name, Export))
            name = TextLines.Trim(text, new TextRange(name.Start + Export.Length, name.End));

        var value = Scalar.Find(text, TextLines.Trim(text, new TextRange(equals + 1, line.End)));
        if (values.Wants(name, value.Content))
            values.Add(new ConfigValue(new ConfigPath([name.In(text)]), value.Decode(text, Notation.Verbatim), Group: 0));
    }
}
