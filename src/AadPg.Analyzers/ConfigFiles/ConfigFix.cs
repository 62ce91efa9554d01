using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>What can be done about a finding.</summary>
/// <param name="Edits">The edits of the value, in order and apart; empty when nothing can be done.</param>
/// <param name="Description">What they do, or why there are none. Never a value that may be secret.</param>
internal readonly record struct ConfigFix(ImmutableArray<TextEdit> Edits, string Description)
{
    public bool IsPossible => !Edits.IsDefaultOrEmpty;

    public static ConfigFix None(string reason) => new(ImmutableArray<TextEdit>.Empty, reason);
}
