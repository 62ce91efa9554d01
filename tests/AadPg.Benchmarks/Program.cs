// Measures what the README claims, each figure beside its peer in the same run:
//   dotnet run -c Release --project tests/AadPg.Benchmarks [-- [--short] [--only <words of a figure's name>]]
// or prints which patterns of our tests other people's analyzers find:
//   dotnet run -c Release --project tests/AadPg.Benchmarks -- peers
using AadPg.Benchmarks;
using AadPg.Benchmarks.Analysis;
using AadPg.Benchmarks.Peers;

if (args is ["peers"])
    return await PeerAnswers.PrintAsync();

// A run takes half an hour: a misspelled option must not begin one.
if (args.Where((arg, at) => arg is not ("--short" or "--only") && args.ElementAtOrDefault(at - 1) != "--only").FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"'{unknown}' is no option. There are: peers; [--short] [--only <words of a figure's name>].");
    return 2;
}

var isShort = args.Contains("--short");
var only = Array.IndexOf(args, "--only") is >= 0 and var at ? args.ElementAtOrDefault(at + 1) : null;
var figures = Wanted(Figures.All);
var analyzerFigures = Wanted(AnalysisRounds.Figures);
if (figures.Count + analyzerFigures.Count == 0)
{
    Console.Error.WriteLine($"No figure's name contains '{only}'. There are: {string.Join(", ", Figures.All.Concat(AnalysisRounds.Figures).Select(figure => figure.Name))}.");
    return 2;
}

var results = await MeasureAsync(figures, analyzerFigures);
if (isShort && results.Exists(IsOver))
{
    // Something else may have been at work on the machine; what got worse is over its limit again.
    Console.Error.WriteLine("over a limit: measured once more");
    var suspects = results.Where(IsOver).Select(result => result.Figure).ToList();
    var again = await MeasureAsync([.. figures.Intersect(suspects)], [.. analyzerFigures.Intersect(suspects)]);
    results = results.ConvertAll(result => again.Find(repeated => repeated.Figure == result.Figure) ?? result);
}

Console.WriteLine(ResultTable.Of(results));

var regressions = results.SelectMany(result => result.Regressions()).ToList();
regressions.ForEach(Console.Error.WriteLine);
return isShort && regressions.Count > 0 ? 1 : 0;

async Task<List<FigureResult>> MeasureAsync(List<Figure> benchmarks, List<Figure> analyses)
{
    var inTurns = await Turns.MeasureAsync(benchmarks.Where(static figure => figure.Turns > 0), isShort);
    var oneByOne = benchmarks.Where(static figure => figure.Turns == 0).ToList();
    var rounds = oneByOne.Count > 0 ? Rounds.Run(oneByOne, isShort ? 5 : 15) : [];
    return [.. inTurns, .. oneByOne.Select(figure => FigureResult.Of(figure, rounds)), .. await AnalysisRounds.MeasureAsync(analyses, isShort)];
}

List<Figure> Wanted(IEnumerable<Figure> all) =>
    [.. all.Where(figure => !(isShort && figure.IsSlow) && (only is null || figure.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))];

static bool IsOver(FigureResult result) => result.Regressions().Any();
