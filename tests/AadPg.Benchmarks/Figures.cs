namespace AadPg.Benchmarks;

/// <summary>
/// All figures. To add one: a class with a benchmark of ours and one of the peer, and a row here. Limits are ratios, never times, so
/// that they hold on any machine.
/// </summary>
internal static class Figures
{
    private const string Claim = "README, Speed";

    public static IReadOnlyList<Figure> All { get; } =
    [
        new("Runtime: cached token, beside ManagedIdentityCredential's own cache", typeof(CachedToken), nameof(CachedToken.AadPg), nameof(CachedToken.ManagedIdentity), Claim)
            // 50 ns, where the peer takes 6.8 µs.
            { Time = new(50.0 / 6_800, 0.01), Bytes = new(0, 0) },
        new("Runtime: pooled open through a factory, beside Npgsql's", typeof(PooledOpen), nameof(PooledOpen.Factory), nameof(PooledOpen.Npgsql), Claim)
            // Rounds of one process agree to a hundredth; how the compiler lays out the two loops differs by more from one process to the next.
            { Time = new(1.01, 1.15), Bytes = new(1, 1), Turns = 1_000 },
        new("Runtime: physical open, beside a static password of the same length", typeof(PhysicalOpen), nameof(PhysicalOpen.AadPg), nameof(PhysicalOpen.StaticPassword), Claim)
            { Time = new(1.02, 1.1), Turns = 100 },
        new("Runtime: physical open, beside Npgsql's password provider with a constant", typeof(PhysicalOpen), nameof(PhysicalOpen.AadPg), nameof(PhysicalOpen.PasswordProvider), Claim)
            { Bytes = new(1, 1.02), Turns = 100 },
        Threads(8, nameof(ThreadedReads.EightThreads)),
        Threads(64, nameof(ThreadedReads.SixtyFourThreads)),
        First("LoggerMessage's generator", nameof(FirstGeneration.LogMethods)),
        First("System.Text.Json's generator", nameof(FirstGeneration.JsonContexts)) with { Time = new(1, 1), Bytes = new(1, 1) },
        new("2,000 factories, beside 1,000", typeof(FirstGeneration), nameof(FirstGeneration.TwiceTheFactories), nameof(FirstGeneration.Factories), Claim)
            // Of the time over the target, the compiler's look for files of one name among all of them takes the most.
            { Time = new(2, 3), Bytes = new(2, 2.1) },
        Edit("LoggerMessage's generator", nameof(EditElsewhere.LogMethods), new(1, 1)),
        Edit("System.Text.Json's generator", nameof(EditElsewhere.JsonContexts), new(1, 1)),
        Edit("a generator that does nothing but keep as many files", nameof(EditElsewhere.Untouched), new(1.1, 1.4)),
        new("Fix All of 250 findings in 50 files, beside 100 in 20", typeof(FixAll), nameof(FixAll.TwoHundredAndFifty), nameof(FixAll.Hundred), Claim)
            { Time = new(2.5, 5), Bytes = new(2.5, 3.2) },
        new("Fix All of 500 findings in 100 files, beside 100 in 20", typeof(FixAll), nameof(FixAll.FiveHundred), nameof(FixAll.Hundred), Claim)
            { Time = new(5, 10), Bytes = new(5, 6.2) },
    ];

    private static Figure Threads(int count, string method) =>
        new($"Runtime: cached tokens read by {count} threads, beside as many reads by one", typeof(ThreadedReads), method, nameof(ThreadedReads.OneThread), Claim)
        {
            // Many threads must not be slower than one, but on a busy machine not all of their cores are free.
            Time = new(1.2 / Math.Min(count, Environment.ProcessorCount), 1.25),
        };

    private static Figure First(string peer, string method) =>
        new($"1,000 factories from source to files, beside {peer} on as many targets", typeof(FirstGeneration), nameof(FirstGeneration.Factories), method, Claim);

    private static Figure Edit(string peer, string method, Bound time) =>
        new($"An edit elsewhere with 1,000 factories, beside {peer} on as many targets", typeof(EditElsewhere), nameof(EditElsewhere.Factories), method, Claim) { Time = time };
}
