using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes;

/// <summary>One way to fix a finding, found again from the place that a diagnostic's first additional location names, or its own.</summary>
/// <param name="Title">What the light bulb shows; the same for every finding, so that it cannot hold a value.</param>
/// <param name="EquivalenceKey">What Fix All recognizes the fix by.</param>
internal abstract record LocatedFix(string Title, string EquivalenceKey)
{
    /// <summary>The one rule that it is for; null when it is for all of its provider's.</summary>
    public virtual string? OnlyRule => null;

    /// <summary>The edits; null when the fix does not apply, or would leave code that does not compile.</summary>
    public abstract Task<SourceEdits?> FindEditsAtAsync(SinkLocation location, Solution solution, CancellationToken cancellationToken);
}
