namespace AadPg.Benchmarks.Analysis;

/// <summary>
/// What the analyzers and the generator add to a build of a shop that uses Npgsql: by themselves, beside the compilation, and in one analysis with
/// other packages, beside those.
/// </summary>
internal static class BuildFigures
{
    private const string Claim = "README, Speed";
    private const string Alone = "AadPg alone";
    private const string Compilation = "the compilation without any analyzer";
    private const string Slow = "SecurityCodeScan.VS2019";

    /// <summary>More than in the apps that were counted (0.03 to 0.4), less than in the tests of a database library (3.6).</summary>
    private const double StringsPerThousandLines = 2;

    public static IReadOnlyList<Figure> All { get; } =
    [
        new($"Analyzers and generator by themselves, beside {Compilation}", typeof(AnalyzedSource), Alone, Compilation, Claim) { Time = new(0.02, 0.15) },
        Beside("Meziantou.Analyzer") with { Time = new(0.2, 0.2) },
        Beside("Roslynator.Analyzers") with { Time = new(0.2, 0.3) },
        Beside(Slow) with { Time = new(0.2, 0.2) },
    ];

    /// <param name="isShort">A tenth of the code, and without the peer that takes longest.</param>
    public static Func<Task<Dictionary<string, Measured>>> Prepare(bool isShort)
    {
        var shop = new AnalyzedSource(new ShopWriter(seed: 42).Write(isShort ? 6_000 : 60_000, StringsPerThousandLines));
        var peers = AnalyzerSet.Peers.Where(peer => !isShort || peer.Name != Slow).ToList();
        Console.Error.WriteLine($"a shop of {shop.Lines} lines, {AnalyzerSet.Ours.Name} beside {string.Join(", ", peers.Select(static peer => peer.Name))}");
        return () => RoundAsync(shop, peers);
    }

    private static Figure Beside(string peer) => new($"Analyzers and generator, beside {peer}", typeof(AnalyzedSource), AnalyzerSet.Ours.Name, peer, Claim);

    private static async Task<Dictionary<string, Measured>> RoundAsync(AnalyzedSource shop, IReadOnlyList<AnalyzerSet> peers)
    {
        var ours = AnalyzerSet.Ours;
        var times = await shop.AnalyzeAsync([ours, .. peers]);
        times[ours.Name] += shop.Generate();
        times[Alone] = (await shop.AnalyzeAsync(AnalyzerSet.Ours))[ours.Name] + shop.Generate();
        times[Compilation] = shop.Compile();
        return times.ToDictionary(static pair => pair.Key, static pair => Measured.Of(pair.Value));
    }
}
