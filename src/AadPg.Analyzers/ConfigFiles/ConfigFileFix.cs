using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>What fixing a file comes to.</summary>
/// <param name="Edits">The edits of the file, in order and apart; every one is within a value.</param>
/// <param name="Fixes">The findings in the order of the file, those that come up only after a fix included, and what was done about each.</param>
internal sealed record ConfigFileFix(ImmutableArray<TextEdit> Edits, ImmutableArray<(ConfigFinding Finding, ConfigFix Fix)> Fixes);
