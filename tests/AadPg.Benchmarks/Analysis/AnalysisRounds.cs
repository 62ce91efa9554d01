namespace AadPg.Benchmarks.Analysis;

/// <summary>
/// The figures of the analyzers and the generator. The compiler itself tells how long each analyzer was at work, so these are no benchmark
/// methods; the rounds are the same: everything once, again and again, so that what else the machine does meets all alike.
/// </summary>
internal static class AnalysisRounds
{
    private static readonly (IReadOnlyList<Figure> Figures, Func<bool, Func<Task<Dictionary<string, Measured>>>> Prepare)[] s_families =
    [
        (BuildFigures.All, BuildFigures.Prepare),
        (PeerFigures.All, PeerFigures.Prepare),
        (GrowthFigures.All, GrowthFigures.Prepare),
        (StepFigures.All, StepFigures.Prepare),
    ];

    public static IReadOnlyList<Figure> Figures { get; } = [.. s_families.SelectMany(static family => family.Figures)];

    /// <summary>Measures those of <paramref name="figures"/> that are of this kind.</summary>
    /// <param name="figures">The figures that are asked for.</param>
    /// <param name="isShort">A tenth of the code, and fewer rounds.</param>
    public static async Task<IReadOnlyList<FigureResult>> MeasureAsync(IReadOnlyList<Figure> figures, bool isShort)
    {
        var results = new List<FigureResult>();
        foreach (var (family, prepare) in s_families)
        {
            var wanted = family.Intersect(figures).ToList();
            if (wanted.Count == 0)
                continue;

            var rounds = await MeasureAsync(prepare(isShort), isShort ? 5 : 9);
            results.AddRange(wanted
                .Where(figure => rounds[0].ContainsKey(figure.Peer))
                .Select(figure => new FigureResult(figure, rounds.ConvertAll(round => round[figure.Ours]), rounds.ConvertAll(round => round[figure.Peer]))));
        }

        return results;
    }

    private static async Task<List<Dictionary<string, Measured>>> MeasureAsync(Func<Task<Dictionary<string, Measured>>> round, int count)
    {
        var rounds = new List<Dictionary<string, Measured>>();
        for (var number = 0; number <= count; number++)
        {
            Console.Error.WriteLine(number == 0 ? "analysis, warming up" : $"analysis {number} of {count}");
            var measured = await round();
            if (number > 0)
                rounds.Add(measured);
        }

        return rounds;
    }
}
