using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace AadPg.Analyzers.Tests;

/// <summary>
/// The sources of the rules' tests, for the tests of the fixes: each test method is called as the test runner would, and what it gives to
/// <see cref="Verify"/> or <see cref="VerifyRule{TAnalyzer}"/> is written down instead of being analyzed. So a new test of a rule is one of
/// the fixes as well.
/// </summary>
public static class RuleCases
{
    private static readonly AsyncLocal<List<RuleCase>?> s_recording = new();
    private static readonly AsyncLocal<string> s_test = new();

    /// <summary>Every case that expects a diagnostic and compiles.</summary>
    public static async Task<IReadOnlyList<RuleCase>> PositiveAsync()
    {
        var cases = new List<RuleCase>();
        s_recording.Value = cases;
        foreach (var type in typeof(RuleCases).Assembly.GetTypes().Where(IsOfRules))
        {
            foreach (var method in type.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute)) && method.ReturnType == typeof(Task)))
            {
                s_test.Value = $"{type.Name}.{method.Name}";
                foreach (var arguments in await ArgumentsAsync(method))
                    await (Task)method.Invoke(Activator.CreateInstance(type), arguments)!;
            }
        }

        s_recording.Value = null;
        return [.. cases.Where(recorded => recorded.IsPositive)];
    }

    /// <summary>Writes a case down; false when it is to be run.</summary>
    /// <param name="sources">The marked sources.</param>
    /// <param name="editorConfig">The settings for C# files.</param>
    /// <param name="referenced">The source of a referenced project.</param>
    /// <param name="compiles">False for half-typed code, which no fix is tried on.</param>
    internal static bool TryRecord(string[] sources, string editorConfig = "", string? referenced = null, bool compiles = true)
    {
        if (s_recording.Value is not { } recording)
            return false;

        if (compiles)
            recording.Add(new RuleCase(s_test.Value!, sources, editorConfig, referenced));

        return true;
    }

    private static bool IsOfRules(Type type) =>
        type.IsPublic && type.Namespace is "AadPg.Analyzers.Tests.Rules" or "AadPg.Analyzers.Tests.Sinks" or "AadPg.Analyzers.Tests.Tracing";

    /// <summary>The arguments of each run of a test method, those that are left out at their defaults.</summary>
    private static async Task<IEnumerable<object?[]>> ArgumentsAsync(MethodInfo method)
    {
        var parameters = method.GetParameters();
        if (parameters.Length == 0)
            return [[]];

        var runs = new List<object?[]>();
        await using var disposal = new DisposalTracker();
        foreach (var data in method.GetCustomAttributes().OfType<IDataAttribute>())
        {
            foreach (var row in await data.GetData(method, disposal))
                runs.Add([.. row.GetData(), .. parameters.Skip(row.GetData().Length).Select(parameter => parameter.DefaultValue)]);
        }

        return runs;
    }
}
