namespace AadPg.Benchmarks;

/// <summary>
/// All figures. To add one: a class with a benchmark of ours and one of the peer, and a row here. Limits are ratios, never times, so
/// that they hold on any machine.
/// </summary>
internal static class Figures
{
    private const string Runtime = "README, Speed";
    private const string Generator = "README, Speed";

    public static IReadOnlyList<Figure> All { get; } =
    [
        new("Cached token, beside ManagedIdentityCredential's own cache", typeof(CachedToken), nameof(CachedToken.AadPg), nameof(CachedToken.ManagedIdentity), Runtime)
            { Time = new(50.0 / 15_000, 0.01), Bytes = new(0, 0) },
        new("Pooled open through a factory, beside Npgsql's", typeof(PooledOpen), nameof(PooledOpen.Factory), nameof(PooledOpen.Npgsql), Runtime)
            // Over its target while a login may be under way, which the benchmark is in: then AadPg listens for its refusal in Npgsql's log.
            { Time = new(1.01, 2.5), Bytes = new(1, 1) },
        new("Physical open, beside a static password of the same length", typeof(PhysicalOpen), nameof(PhysicalOpen.AadPg), nameof(PhysicalOpen.StaticPassword), Runtime)
            { Time = new(1.02, 1.25) },
        new("Physical open, beside Npgsql's password provider with a constant", typeof(PhysicalOpen), nameof(PhysicalOpen.AadPg), nameof(PhysicalOpen.PasswordProvider), Runtime)
            { Bytes = new(1, 1.02) },
        Threads(8, nameof(ThreadedReads.EightThreads)),
        Threads(64, nameof(ThreadedReads.SixtyFourThreads)),
        First("LoggerMessage's generator", nameof(FirstGeneration.LogMethods)),
        First("System.Text.Json's generator", nameof(FirstGeneration.JsonContexts)) with { Time = new(1, 1.5) },
        new("2,000 factories, beside 1,000", typeof(FirstGeneration), nameof(FirstGeneration.TwiceTheFactories), nameof(FirstGeneration.Factories), Generator)
            { Time = new(2, 4), Bytes = new(2, 2.1), IsSlow = true },
        Edit("LoggerMessage's generator", nameof(EditElsewhere.LogMethods), new(1, 1)),
        Edit("System.Text.Json's generator", nameof(EditElsewhere.JsonContexts), new(1, 1)),
        Edit("a generator that does nothing", nameof(EditElsewhere.Untouched), new(1.1, 2.5)),
    ];

    private static Figure Threads(int count, string method) =>
        new($"Cached tokens read by {count} threads, beside as many reads by one", typeof(ThreadedReads), method, nameof(ThreadedReads.OneThread), Runtime)
        {
            Time = new(1.2 / Math.Min(count, Environment.ProcessorCount), 2.5),
        };

    private static Figure First(string peer, string method) =>
        new($"1,000 factories from source to files, beside {peer} on as many targets", typeof(FirstGeneration), nameof(FirstGeneration.Factories), method, Generator) { IsSlow = true };

    private static Figure Edit(string peer, string method, Bound time) =>
        new($"An edit elsewhere with 1,000 factories, beside {peer} on as many targets", typeof(EditElsewhere), nameof(EditElsewhere.Factories), method, Generator) { Time = time };
}
