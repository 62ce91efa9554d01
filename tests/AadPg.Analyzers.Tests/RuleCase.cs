namespace AadPg.Analyzers.Tests;

/// <summary>What one run of a rule's test was given.</summary>
/// <param name="Test">The class and method.</param>
/// <param name="Sources">The sources, marked where a diagnostic is expected.</param>
/// <param name="EditorConfig">The settings for C# files.</param>
/// <param name="Referenced">The source of a project that the sources reference; null when there is none.</param>
public sealed record RuleCase(string Test, IReadOnlyList<string> Sources, string EditorConfig = "", string? Referenced = null)
{
    /// <summary>A diagnostic is expected.</summary>
    public bool IsPositive => Sources.Any(source => source.Contains("{|", StringComparison.Ordinal) || source.Contains("[|", StringComparison.Ordinal));
}
