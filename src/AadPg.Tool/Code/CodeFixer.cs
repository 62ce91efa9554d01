using System.Text.Json;
using AadPg.Tool.Projects;

namespace AadPg.Tool.Code;

/// <summary>Fixes the code of solutions and projects, or says what would be looked at.</summary>
/// <param name="rules">The rules that were named; empty for those that are warnings.</param>
/// <param name="writes">Whether to change anything.</param>
internal sealed class CodeFixer(IReadOnlyCollection<string> rules, bool writes)
{
    private const string DoNotWrite = "--verify-no-changes";

    private static readonly string[] s_packages = ["AadPg", "AadPg.Analyzers"];

    /// <summary>What was found, and what of that is left: looked at anew, since one finding can hide another.</summary>
    public CodeResult Fix(CodeTarget target)
    {
        if (target.Problem is { } problem)
            return CodeResult.Failed(target.Path, problem);

        var (found, failure) = DotnetFormat.Run(target, [.. Choice(), .. writes ? Array.Empty<string>() : [DoNotWrite]]);
        if (failure is not null || !IsInUse(target))
            return CodeResult.Failed(target.Path, failure ?? "no project references the package AadPg, or AadPg.Analyzers, whose fixes these are: dotnet add package AadPg");

        if (!writes || found.Count == 0)
            return new CodeResult(target.Path, null, found, found);

        var (left, problemAfterwards) = DotnetFormat.Run(target, [.. Choice(), DoNotWrite, "--no-restore"]);
        return problemAfterwards is null ? new CodeResult(target.Path, null, found, left) : CodeResult.Failed(target.Path, problemAfterwards);
    }

    private IEnumerable<string> Choice() => ["--severity", rules.Count > 0 ? "info" : "warn", "--diagnostics", .. rules.Count > 0 ? rules : CodeRules.All];

    /// <summary>Whether a project has the fixes; true also where it is not known what was restored.</summary>
    private static bool IsInUse(CodeTarget target)
    {
        try
        {
            return !target.Projects().All(project => ProjectPackages.Restored(project) is { } packages && !packages.Any(package => s_packages.Contains(package, StringComparer.OrdinalIgnoreCase)));
        }
        catch (JsonException)
        {
            return true;
        }
    }
}
