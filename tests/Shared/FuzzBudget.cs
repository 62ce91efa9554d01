using System.Diagnostics;
using System.Globalization;

namespace AadPg.Tests.Shared;

/// <summary>
/// What a fuzz test runs on. In the test run, one seed, always the same. With <c>AADPG_FUZZ_SECONDS</c> set, new seeds for so many seconds in each
/// test; what fails says its seed, and <c>AADPG_FUZZ_SEED</c> starts with that one.
/// </summary>
internal static class FuzzBudget
{
    /// <summary>How many seconds a test may take; null in the test run.</summary>
    public static int? Seconds { get; } = Number("AADPG_FUZZ_SECONDS");

    /// <summary>Whether the seed is the one of the test run, which is known to prove something.</summary>
    public static bool IsTestRun { get; } = Number("AADPG_FUZZ_SECONDS") is null && Number("AADPG_FUZZ_SEED") is null;

    /// <summary>CsCheck's time in seconds; -1 leaves it to <see cref="Iterations"/>.</summary>
    public static int Time => Seconds ?? -1;

    /// <summary>CsCheck's seed; null, with time given, is a new one.</summary>
    public static string? Seed => Seconds is null ? "0N0XIzNsQ0O2" : null;

    /// <summary>CsCheck's number of iterations in the test run; -1 leaves it to <see cref="Time"/>.</summary>
    public static int Iterations(int count) => Seconds is null ? count : -1;

    /// <summary>Runs a test for its seed, and for others while there is time.</summary>
    public static void Each(int seed, Action<int> test)
    {
        foreach (var next in Seeds(seed))
        {
            try
            {
                test(next);
            }
            catch (Exception failure)
            {
                throw Named(next, failure);
            }
        }
    }

    /// <summary>As <see cref="Each"/>.</summary>
    public static async Task EachAsync(int seed, Func<int, Task> test)
    {
        foreach (var next in Seeds(seed))
        {
            try
            {
                await test(next);
            }
            catch (Exception failure)
            {
                throw Named(next, failure);
            }
        }
    }

    private static IEnumerable<int> Seeds(int seed)
    {
        yield return Number("AADPG_FUZZ_SEED") ?? seed;

        var time = Stopwatch.StartNew();
        while (time.Elapsed.TotalSeconds < Seconds)
            yield return Random.Shared.Next();
    }

    private static InvalidOperationException Named(int seed, Exception failure) =>
        new(string.Create(CultureInfo.InvariantCulture, $"With AADPG_FUZZ_SEED={seed}: {failure.Message}"), failure);

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
