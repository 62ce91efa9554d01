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
            values.Add(new ConfigValue(new ConfigPath([name.In(text)]), Decode(value), Group: 0));
    }

    /// <summary>Double quotes have escapes, single quotes take everything as it is.</summary>
    private ConfigText Decode(Scalar value)
    {
        if (value.Quote == '"')
            return Interpolation.ToHoles(JsonText.Decode(text, value.Content, value.Whole));

        var result = new ConfigTextBuilder(text);
        result.AddRun(value.Content);
        var decoded = result.Build(value.Whole, Notation.Verbatim);
        return value.Quote == '\'' ? decoded : Interpolation.ToHoles(decoded);
    }
}
