using Microsoft.CodeAnalysis;

namespace AadPg.Generators;

internal static class WhereNotNullExtension
{
    /// <summary>Drops the targets that the step before had nothing to say about.</summary>
    public static IncrementalValuesProvider<T> WhereNotNull<T>(this IncrementalValuesProvider<T?> values)
        where T : class
        => values.Where(static value => value is not null)!;
}
