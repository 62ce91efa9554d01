using AadPg.Analyzers.ConnectionStrings;
using AadPg.Generators.Specs;

namespace AadPg.Generators.Emit;

/// <summary>The attribute's values as the connection string that the generated code hands to the runtime.</summary>
internal static class ConnectionStringText
{
    public static string Create(ConnectionSettingsSpec settings)
        => string.Join(";", settings.Keywords.Select(static entry => $"{entry.Keyword}={ConnectionStringEditor.Quote(entry.Value)}"));
}
