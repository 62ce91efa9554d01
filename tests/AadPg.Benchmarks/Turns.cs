using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace AadPg.Benchmarks;

/// <summary>
/// Runs the benchmarks of a class in turns, a few milliseconds each, and takes the median of each. What else the machine does then meets ours and
/// the peer alike, so that a difference of a hundredth shows; benchmarks that run one after the other differ by more than that with themselves.
/// </summary>
internal static class Turns
{
    /// <summary>Measures those of <paramref name="figures"/> that are to be measured like this.</summary>
    /// <param name="figures">The figures that are asked for.</param>
    /// <param name="isShort">Fewer rounds.</param>
    public static async Task<IReadOnlyList<FigureResult>> MeasureAsync(IEnumerable<Figure> figures, bool isShort)
    {
        var results = new List<FigureResult>();
        foreach (var benchmarks in figures.GroupBy(static figure => figure.Benchmarks))
        {
            var rounds = await MeasureAsync(benchmarks.Key, [.. benchmarks], isShort ? 5 : 15);
            results.AddRange(benchmarks.Select(figure => new FigureResult(figure, rounds.ConvertAll(round => round[figure.Ours]), rounds.ConvertAll(round => round[figure.Peer]))));
        }

        return results;
    }

    private static async Task<List<Dictionary<string, Measured>>> MeasureAsync(Type benchmarks, Figure[] figures, int count)
    {
        var instance = Activator.CreateInstance(benchmarks)!;
        await Annotated<GlobalSetupAttribute>(benchmarks)(instance);
        var turns = figures.SelectMany(static figure => new[] { figure.Ours, figure.Peer }).Distinct().Select(name => new Turn(benchmarks.GetMethod(name)!, instance)).ToArray();
        var rounds = new List<Dictionary<string, Measured>>();
        for (var round = 0; round <= count; round++)
        {
            Console.Error.WriteLine(round == 0 ? $"{benchmarks.Name} in turns, warming up" : $"{benchmarks.Name} in turns, round {round} of {count}");
            for (var slice = 0; slice < figures[0].Turns; slice++)
            {
                for (var turn = 0; turn < turns.Length; turn++)
                    await turns[(turn + slice) % turns.Length].TakeAsync();
            }

            var measured = turns.ToDictionary(static turn => turn.Name, static turn => turn.Median());
            if (round > 0)
                rounds.Add(measured);
        }

        await Annotated<GlobalCleanupAttribute>(benchmarks)(instance);
        return rounds;
    }

    private static Func<object, Task> Annotated<TAttribute>(Type benchmarks)
        where TAttribute : Attribute =>
        instance => (Task)benchmarks.GetMethods().Single(static method => method.IsDefined(typeof(TAttribute))).Invoke(instance, null)!;

    private sealed class Turn(MethodInfo method, object instance)
    {
        private readonly Func<Task> _run = method.CreateDelegate<Func<Task>>(instance);
        private readonly int _operations = method.GetCustomAttribute<BenchmarkAttribute>()!.OperationsPerInvoke;
        private readonly List<Measured> _slices = [];

        public string Name => method.Name;

        public async Task TakeAsync()
        {
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var start = Stopwatch.GetTimestamp();
            await _run();
            var time = Stopwatch.GetElapsedTime(start);
            _slices.Add(new(time.TotalNanoseconds / _operations, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / _operations));
        }

        /// <summary>The median of the times and of the allocations since the last call.</summary>
        public Measured Median()
        {
            var middle = _slices.Count / 2;
            var median = new Measured(_slices.Select(static slice => slice.Nanoseconds).Order().ElementAt(middle), _slices.Select(static slice => slice.Bytes).Order().ElementAt(middle));
            _slices.Clear();
            return median;
        }
    }
}
