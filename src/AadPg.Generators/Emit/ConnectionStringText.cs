using System.Globalization;
using System.Text;
using AadPg.Generators.Specs;

namespace AadPg.Generators.Emit;

/// <summary>The attribute's values as the connection string that the generated code hands to the runtime.</summary>
internal static class ConnectionStringText
{
    public static string Create(ConnectionSettingsSpec settings)
    {
        var text = new StringBuilder();
        Append(text, "Host", settings.Host);
        Append(text, "Port", settings.Port?.ToString(CultureInfo.InvariantCulture));
        Append(text, "Database", settings.Database);
        Append(text, "Username", settings.Username);
        Append(text, "SSL Mode", settings.SslMode.ToString());
        Append(text, "Application Name", settings.ApplicationName);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string keyword, string? value)
    {
        if (value is null)
            return;

        if (text.Length > 0)
            text.Append(';');
        text.Append(keyword).Append('=').Append(Quote(value));
    }

    /// <summary>The quotes that the driver's parser needs: those that the value does not hold, or else doubled double quotes.</summary>
    private static string Quote(string value)
    {
        if (value.All(IsPlain))
            return value;

        return value.Contains('"') && !value.Contains('\'') ? $"'{value}'" : $"\"{value.Replace("\"", "\"\"")}\"";
    }

    private static bool IsPlain(char character)
        => character is not (';' or '=' or '"' or '\'') && !char.IsWhiteSpace(character) && !char.IsControl(character);
}
