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
            : OffSink is null ? null : await OffSink.FindEditsAtAsync(location, solution, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// What has the same effect at a finding that is about no text. Of several fixes of one rule, <c>dotnet format</c> applies only the first that
    /// changes something.
    /// </summary>
    public LocatedFix? OffSink { get; init; }

    /// <summary>
    /// A choice that somebody has to make, which <c>dotnet format</c> never does by itself: shown behind the others, and without a key of its
    /// own to whoever takes the first action there is.
    /// </summary>
    public bool IsAlternative { get; init; }

    /// <summary>
    /// A fix of each text by itself, wherever several can reach the sink: <paramref name="findEditsAsync"/> looks at <see cref="SinkSite.Text"/>.
    /// Texts that it does not apply to are left out.
    /// </summary>
    public static SinkFix OfEachText(string title, string equivalenceKey, Func<SinkSite, CancellationToken, Task<SourceEdits?>> findEditsAsync) =>
        new(title, equivalenceKey, async (site, cancellationToken) =>
        {
            var all = new SourceEdits(site.Document.Project.Solution);
            foreach (var text in site.Texts)
            {
                if (await findEditsAsync(site with { Text = text }, cancellationToken).ConfigureAwait(false) is { } edits && !all.TryAdd(edits))
                    return null;
            }

            return all;
        });
}
