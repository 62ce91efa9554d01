namespace AadPg.Benchmarks.Analysis;

/// <summary>What the analyzers and the generator take of one analysis of a shop, beside other packages in the same.</summary>
internal static class PeerFigures
{
    private const string Slow = "SecurityCodeScan.VS2019";

    public static IReadOnlyList<Figure> All { get; } =
    [
        Beside("Meziantou.Analyzer") with { Time = new(0.2, 0.2) },
        Beside("Roslynator.Analyzers") with { Time = new(0.2, 0.3) },
        Beside(Slow) with { Time = new(0.2, 0.2) },
    ];

    /// <param name="isShort">A tenth of the code, and without the peer that takes longest.</param>
    public static Func<Task<Dictionary<string, Measured>>> Prepare(bool isShort)
    {
        var shop = AnalyzedSource.Shop(isShort);
        var peers = AnalyzerSet.Peers.Where(peer => !isShort || peer.Name != Slow).ToList();
        Console.Error.WriteLine($"a shop of {shop.Lines} lines, {AnalyzerSet.Ours.Name} beside {string.Join(", ", peers.Select(static peer => peer.Name))}");
        return () => RoundAsync(shop, peers);
    }

    private static Figure Beside(string peer) => new($"Analyzers and generator, beside {peer}", typeof(AnalyzedSource), AnalyzerSet.Ours.Name, peer, "README, Speed");

    private static async Task<Dictionary<string, Measured>> RoundAsync(AnalyzedSource shop, IReadOnlyList<AnalyzerSet> peers)
    {
        var ours = AnalyzerSet.Ours;
        var times = await shop.AnalyzeAsync([ours, .. peers]);
        times[ours.Name] += shop.Generate();
        return times.ToDictionary(static pair => pair.Key, static pair => Measured.Of(pair.Value));
    }
}
