using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Tokens;

/// <summary>A fix of a finding in what code does with tokens.</summary>
/// <param name="Title">What the light bulb shows.</param>
/// <param name="EquivalenceKey">What Fix All recognizes the fix by.</param>
/// <param name="TryEdit">Adds the edits; false when the fix does not apply.</param>
internal sealed record TokenFix(string Title, string EquivalenceKey, Func<TokenSite, SourceEdits, CancellationToken, bool> TryEdit)
    : LocatedFix(Title, EquivalenceKey)
{
    public override async Task<SourceEdits?> FindEditsAtAsync(SinkLocation location, Solution solution, CancellationToken cancellationToken)
    {
        if (await TokenSite.FindAsync(location, solution, cancellationToken).ConfigureAwait(false) is not { } site)
            return null;

        var edits = new SourceEdits(solution);
        return TryEdit(site, edits, cancellationToken) && edits.IsPossible ? edits : null;
    }
}
