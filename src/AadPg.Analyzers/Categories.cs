namespace AadPg.Analyzers;

/// <summary>The categories of the rules: plain words that a user can filter on.</summary>
internal static class Categories
{
    public const string Security = "Security";
    public const string Reliability = "Reliability";
    public const string Performance = "Performance";
}
