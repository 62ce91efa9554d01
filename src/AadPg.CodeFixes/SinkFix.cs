using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;

namespace AadPg.CodeFixes;

/// <summary>One way to fix a finding, as a pure function from the sink to edits.</summary>
/// <param name="Title">What the light bulb shows; the same for every finding, so that it cannot hold a value.</param>
/// <param name="EquivalenceKey">What Fix All recognizes the fix by.</param>
/// <param name="FindEditsAsync">The edits; null when the fix does not apply, or would leave code that does not compile.</param>
internal sealed record SinkFix(string Title, string EquivalenceKey, Func<SinkSite, CancellationToken, Task<SourceEdits?>> FindEditsAsync);
