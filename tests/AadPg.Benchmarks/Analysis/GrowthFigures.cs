namespace AadPg.Benchmarks.Analysis;

/// <summary>How the time of our analyzers grows with the code and with the connection strings in one method.</summary>
internal static class GrowthFigures
{
    private const string Claim = "README, Speed";

    public static IReadOnlyList<Figure> All { get; } =
    [
        Tenfold("the code"),
        Tenfold("the connection strings in one method"),
    ];

    /// <param name="isShort">A tenth of the code.</param>
    public static Func<Task<Dictionary<string, Measured>>> Prepare(bool isShort)
    {
        var lines = isShort ? 1_000 : 6_000;
        var code = (Few: Shop(lines), Many: Shop(10 * lines));
        var strings = (Few: new AnalyzedSource([StringsInOneMethod(20)]), Many: new AnalyzedSource([StringsInOneMethod(200)]));
        return async () => new()
        {
            [Once("the code")] = Measured.Of(10 * await TimeAsync(code.Few)),
            [TenTimes("the code")] = Measured.Of(await TimeAsync(code.Many)),
            [Once("the connection strings in one method")] = Measured.Of(10 * await TimeAsync(strings.Few)),
            [TenTimes("the connection strings in one method")] = Measured.Of(await TimeAsync(strings.Many)),
        };
    }

    /// <summary>The square would be ten.</summary>
    private static Figure Tenfold(string what) =>
        new($"Analyzers on ten times {what}, beside ten times as long", typeof(AnalyzedSource), TenTimes(what), Once(what), Claim) { Time = new(1.1, 3) };

    private static string Once(string what) => $"{what}, once";

    private static string TenTimes(string what) => $"{what}, ten times";

    private static AnalyzedSource Shop(int lines) => new(new ShopWriter(seed: 42).Write(lines, stringsPerThousandLines: 20));

    /// <summary>The best of three, for what is over in milliseconds.</summary>
    private static async Task<TimeSpan> TimeAsync(AnalyzedSource source)
    {
        var times = new List<TimeSpan>();
        for (var time = 0; time < 3; time++)
            times.Add((await source.AnalyzeAsync(AnalyzerSet.Ours))[AnalyzerSet.Ours.Name]);

        return times.Min();
    }

    /// <summary>
    /// Every kind of connection string that is searched for in the method around it. No lambdas: the compiler's own time for a method grows
    /// with the square of those.
    /// </summary>
    private static string StringsInOneMethod(int count) => $$"""
        using Npgsql;

        public class Connections
        {
            private readonly string _field = "Host=db;Password=Tr0ub4dor&3";

            public void Open(string host)
            {
                {{string.Concat(Enumerable.Range(0, count).Select(static number => $$"""
                    var text{{number}} = "Host=" + host + ";Database=d{{number}};Username=shop";
                    _ = new NpgsqlConnection(text{{number}});
                    var builder{{number}} = new NpgsqlConnectionStringBuilder(_field) { Database = "d{{number}}" };
                    builder{{number}}.Host = host;
                    _ = new NpgsqlConnection(builder{{number}}.ConnectionString);
                    var source{{number}} = new NpgsqlDataSourceBuilder($"Host={host};Database=d{{number}};Username=shop");
                    source{{number}}.Build();

            """))}}
            }
        }
        """;
}
