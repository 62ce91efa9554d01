using AadPg.Analyzers;
using AadPg.Tool.Files;

namespace AadPg.Tool.Code;

/// <summary>The rules on code, which those on config files are among.</summary>
internal static class CodeRules
{
    public static readonly IReadOnlyList<string> All = [.. typeof(RuleIds).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>Those that only code can break.</summary>
    public static readonly IReadOnlyList<string> OfCodeAlone = [.. All.Except(ChosenRules.All.Select(rule => rule.Id))];
}
