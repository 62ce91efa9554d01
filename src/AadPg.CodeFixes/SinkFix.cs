using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes;

/// <summary>One way to fix a finding, as a pure function from the sink to edits.</summary>
/// <param name="Title">What the light bulb shows; the same for every finding, so that it cannot hold a value.</param>
/// <param name="EquivalenceKey">What Fix All recognizes the fix by.</param>
/// <param name="FindEditsAsync">The edits; null when the fix does not apply, or would leave code that does not compile.</param>
internal sealed record SinkFix(string Title, string EquivalenceKey, Func<SinkSite, CancellationToken, Task<SourceEdits?>> FindEditsAsync)
    : LocatedFix(Title, EquivalenceKey)
{
    public override async Task<SourceEdits?> FindEditsAtAsync(SinkLocation location, Solution solution, CancellationToken cancellationToken) =>
        await SinkSite.FindAsync(location, solution, cancellationToken).ConfigureAwait(false) is { } site
            ? await FindEditsAsync(site, cancellationToken).ConfigureAwait(false)
            : null;
}
