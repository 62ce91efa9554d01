// Measures what the README and the issue tracker claim, each figure beside its peer in the same run:
//   dotnet run -c Release --project tests/AadPg.Benchmarks [-- [--short] [--only <words of a figure's name>]]
using AadPg.Benchmarks;

var isShort = args.Contains("--short");
var only = Array.IndexOf(args, "--only") is >= 0 and var at ? args.ElementAtOrDefault(at + 1) : null;
var figures = Figures.All.Where(figure => !(isShort && figure.IsSlow) && (only is null || figure.Name.Contains(only, StringComparison.OrdinalIgnoreCase))).ToList();
if (figures.Count == 0)
{
    Console.Error.WriteLine($"No figure's name contains '{only}'. There are: {string.Join(", ", Figures.All.Select(figure => figure.Name))}.");
    return 2;
}

var rounds = Rounds.Run(figures, isShort ? 5 : 15);
var results = figures.ConvertAll(figure => FigureResult.Of(figure, rounds));
Console.WriteLine(ResultTable.Of(results));

var regressions = results.SelectMany(result => result.Regressions()).ToList();
regressions.ForEach(Console.Error.WriteLine);
return isShort && regressions.Count > 0 ? 1 : 0;
