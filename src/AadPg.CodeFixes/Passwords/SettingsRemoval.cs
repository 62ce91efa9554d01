using AadPg.Analyzers.Tokens;
using AadPg.Analyzers.Tracing;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using AadPg.CodeFixes.Tokens;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Passwords;

/// <summary>Removes what sets a password on the settings of a data source builder, of one that is given no connection string, too.</summary>
/// <param name="Title">What the light bulb shows.</param>
/// <param name="EquivalenceKey">What Fix All recognizes the fix by.</param>
internal sealed record SettingsRemoval(string Title, string EquivalenceKey) : LocatedFix(Title, EquivalenceKey)
{
    public override async Task<SourceEdits?> FindEditsAtAsync(SinkLocation location, Solution solution, CancellationToken cancellationToken)
    {
        var edits = new SourceEdits(solution);
        return await TokenSite.FindAsync(location, solution, cancellationToken).ConfigureAwait(false) is { } site && TryRemove(site.Operation, site.Tracer, edits) == true ? edits : null;
    }

    /// <summary>Null when there are none; false when one of them is part of a larger expression.</summary>
    public static bool? TryRemove(IOperation builder, SinkTracer tracer, SourceEdits edits)
    {
        var settings = ConflictingPasswordRule.SettingsOn(builder, MethodBody.Of(builder), tracer).ToList();
        return settings.Count == 0 ? null : settings.TrueForAll(setting => Removal.TryRemove(setting.Syntax, edits));
    }
}
