namespace AadPg.Benchmarks.Analysis;

/// <summary>What the analyzers and the generator add to the build of a shop that uses Npgsql, beside its compilation. No other package is at work.</summary>
internal static class BuildFigures
{
    private const string Alone = "AadPg alone";
    private const string Compilation = "the compilation without any analyzer";

    public static IReadOnlyList<Figure> All { get; } =
    [
        new($"Analyzers and generator by themselves, beside {Compilation}", typeof(AnalyzedSource), Alone, Compilation, "README, Speed") { Time = new(0.02, 0.15) },
    ];

    /// <param name="isShort">A tenth of the code.</param>
    public static Func<Task<Dictionary<string, Measured>>> Prepare(bool isShort)
    {
        var shop = AnalyzedSource.Shop(isShort);
        return async () => new()
        {
            [Alone] = Measured.Of((await shop.AnalyzeAsync(AnalyzerSet.Ours))[AnalyzerSet.Ours.Name] + shop.Generate()),
            [Compilation] = Measured.Of(shop.Compile()),
        };
    }
}
