using AadPg.Generators.Specs;

namespace AadPg.Generators.Emit;

/// <summary>The sentence that a developer sees on the factory's name: where it connects, and as whom.</summary>
internal static class FactoryRemarks
{
    public static string Create(ConnectionSettingsSpec settings)
    {
        var words = "Connects"
            + Phrase(" to database ", settings.Find("Database"))
            + Phrase(" on ", settings.Find("Host"))
            + Phrase(" port ", settings.Find("Port"))
            + Phrase(" as ", settings.Find("Username"))
            + " with an Azure AD token as the password.";
        return settings.ConnectionName is null
            ? words
            : $"{words} The connection string{Phrase(" ", settings.ConnectionName)} in configuration comes before the settings of the attribute.";
    }

    private static string Phrase(string words, string? value) => value is null ? "" : $"{words}<c>{XmlText.Escape(value)}</c>";
}
