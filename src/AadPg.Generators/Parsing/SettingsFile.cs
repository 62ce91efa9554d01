using AadPg.Analyzers.ConfigFiles;

namespace AadPg.Generators.Parsing;

/// <summary>The connection strings of one settings file.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="ConnectionStrings">What stands under <c>ConnectionStrings</c>, by name in any case.</param>
internal sealed record SettingsFile(string Name, IReadOnlyDictionary<string, string> ConnectionStrings)
{
    private const string Section = "ConnectionStrings:";

    public static SettingsFile Read(string name, string text)
    {
        var connectionStrings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in ConfigFile.Read(ConfigFileFormat.Json, text, takesAll: true).Values)
        {
            var key = string.Join(":", value.Path.SegmentsFromTheValueOut.Reverse());
            if (key.StartsWith(Section, StringComparison.OrdinalIgnoreCase))
                connectionStrings[key.Substring(Section.Length)] = value.Text.Text;
        }

        return new SettingsFile(name, connectionStrings);
    }
}
