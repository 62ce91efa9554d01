using System.Diagnostics;
using AadPg.Generators;
using AadPg.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace AadPg.Benchmarks;

/// <summary>
/// What the generator's own code takes of an edit elsewhere. The compiler finds all targets again and asks for what each says; the steps behind that
/// are not run, as nothing has changed (a test proves it), so that this question is all there is. The compiler tracks the time of it
/// together with its own search for the targets, which takes some fifty times as long: hence a watch around the question.
/// </summary>
internal static class StepFigures
{
    private const int Count = 1000;
    private const int Edits = 20;
    private const string OwnSteps = "the generator's own steps";
    private const string WholeEdit = "the whole edit";

    public static IReadOnlyList<Figure> All { get; } =
    [
        new("The generator's own steps in an edit elsewhere with 1,000 factories, beside the whole edit", typeof(StepFigures), OwnSteps, WholeEdit, "README, Speed")
            // 1 ms, where the whole edit takes 28 ms.
            { Time = new(1.0 / 28, 0.1) },
    ];

    public static Func<Task<Dictionary<string, Measured>>> Prepare(bool isShort)
    {
        var edited = new OpenProject(ManyTargets.Factories(), Count);
        var generator = new TimedGenerator();
        var timed = new OpenProject(ManyTargets.Factories(generator), Count);
        return () => Task.FromResult(new Dictionary<string, Measured>
        {
            [OwnSteps] = Measured.Of(Best(() => generator.TimeOf(timed.Edit))),
            [WholeEdit] = Measured.Of(Best(() => TimeOf(edited.Edit))),
        });
    }

    private static TimeSpan Best(Func<TimeSpan> edit) => Enumerable.Range(0, Edits).Min(_ => edit());

    private static TimeSpan TimeOf(Action edit)
    {
        var start = Stopwatch.GetTimestamp();
        edit();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Reads factories as <see cref="AadConnectionFactoryGenerator"/> does, by a watch.</summary>
    private sealed class TimedGenerator : IIncrementalGenerator
    {
        private TimeSpan _time;

        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var specs = context.SyntaxProvider.ForAttributeWithMetadataName(KnownTypes.FactoryAttribute, FactoryTarget.IsCandidate, (target, cancellationToken) =>
            {
                var start = Stopwatch.GetTimestamp();
                var spec = FactoryTarget.ReadSpec(target, cancellationToken);
                _time += Stopwatch.GetElapsedTime(start);
                return spec;
            });
            context.RegisterSourceOutput(specs, static (_, _) => { });
        }

        public TimeSpan TimeOf(Action edit)
        {
            _time = TimeSpan.Zero;
            edit();
            return _time;
        }
    }
}
