namespace AadPg.CodeFixes.Factories;

/// <summary>Names a connection factory after its database, or its server.</summary>
internal static class FactoryName
{
    /// <summary>Every server has it; it says nothing of an app.</summary>
    private const string MaintenanceDatabase = "postgres";

    public static string Of(FactorySettings settings)
    {
        var subject = settings.Database is { } database && database != MaintenanceDatabase ? database : settings.Host.Split(',', ':', '.')[0];
        var name = Pascal(subject);
        name = name.Length == 0 || char.IsDigit(name[0]) ? "Postgres" + name : name;
        return name.EndsWith("Db", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 2) + "Db" : name + "Db";
    }

    private static string Pascal(string text) => string.Concat(text
        .Split(text.Where(character => !char.IsLetterOrDigit(character)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries)
        .Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
