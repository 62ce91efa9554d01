namespace AadPg.Analyzers.ConfigFiles;

/// <summary>A value of a config file that may concern PostgreSQL.</summary>
/// <param name="Path">The names that lead to it, the last one its own: <c>ConnectionStrings</c>, <c>Default</c>.</param>
/// <param name="Text">The value, and where it stands.</param>
/// <param name="Group">What it stands beside: values of one mapping, list of variables or file have the same number.</param>
internal sealed record ConfigValue(ConfigPath Path, ConfigText Text, int Group)
{
    /// <summary>The ADO.NET provider that the file names for the connection string; null when it names none.</summary>
    public string? Provider { get; init; }
}
