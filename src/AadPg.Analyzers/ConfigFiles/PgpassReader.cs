using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>
/// Reads libpq's password file: lines of <c>host:port:database:user:password</c>, in which <c>\:</c> and <c>\\</c> stand for themselves. Each gives
/// a <see cref="PostgresVariable.Host"/> and a <see cref="PostgresVariable.Password"/>, which is what the line means.
/// </summary>
internal sealed class PgpassReader(string text, ConfigValues values)
{
    private const int Fields = 5;

    public void Read()
    {
        var group = 0;
        foreach (var line in TextLines.Of(text))
        {
            if (line.Length > 0 && text[line.Start] != '#')
                ReadLine(line, group++);
        }
    }

    private void ReadLine(TextRange line, int group)
    {
        var fields = new List<TextRange>(Fields);
        var start = line.Start;
        for (var position = line.Start; position < line.End && fields.Count < Fields - 1; position++)
        {
            if (text[position] == '\\')
            {
                position++;
            }
            else if (text[position] == ':')
            {
                fields.Add(new TextRange(start, position));
                start = position + 1;
            }
        }

        if (fields.Count < Fields - 1 || start >= line.End)
            return;

        values.Add(new ConfigValue(new ConfigPath([PostgresVariable.Host]), Decode(fields[0]), group));
        values.Add(new ConfigValue(new ConfigPath([PostgresVariable.Password]), Decode(new TextRange(start, line.End)), group));
    }

    private ConfigText Decode(TextRange field)
    {
        var result = new ConfigTextBuilder(text);
        for (var position = field.Start; position < field.End; position++)
        {
            var isEscape = text[position] == '\\' && position + 1 < field.End;
            var source = new TextRange(position, position + (isEscape ? 2 : 1));
            result.Add(text[source.End - 1], source);
            position = source.End - 1;
        }

        return result.Build(field, Notation.Pgpass);
    }
}
