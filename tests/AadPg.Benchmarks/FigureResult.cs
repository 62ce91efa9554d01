using System.Globalization;
using BenchmarkDotNet.Reports;

namespace AadPg.Benchmarks;

/// <summary>What the rounds say of one figure.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Ours">Ours, in each round.</param>
/// <param name="Peer">The peer's, in each round.</param>
internal sealed record FigureResult(Figure Figure, IReadOnlyList<Measured> Ours, IReadOnlyList<Measured> Peer)
{
    public static FigureResult Of(Figure figure, IReadOnlyList<Summary> rounds)
    {
        var own = rounds.Where(round => round.BenchmarksCases.Any(benchmark => benchmark.Descriptor.Type == figure.Benchmarks)).ToList();
        return new(figure, own.ConvertAll(round => Measured.Of(round, figure.Ours)), own.ConvertAll(round => Measured.Of(round, figure.Peer)));
    }

    /// <summary>The ratio of each round, sorted: the first and the last tell the noise.</summary>
    public IReadOnlyList<double> TimeRatios => [.. Ours.Zip(Peer, static (ours, peer) => ours.Nanoseconds / peer.Nanoseconds).Order()];

    /// <summary>Allocations hardly vary; what does, such as a buffer that grows, is left out by taking the least.</summary>
    public double BytesRatio => (double)OurBytes / Math.Max(PeerBytes, 1);

    public long OurBytes => Ours.Min(static round => round.Bytes);

    public long PeerBytes => Peer.Min(static round => round.Bytes);

    /// <summary>The best of ours by the best of the peer's: what else the machine does only ever adds, and to some rounds more than to others.</summary>
    public double TimeRatio => OurNanoseconds / PeerNanoseconds;

    public double OurNanoseconds => Ours.Min(static round => round.Nanoseconds);

    public double PeerNanoseconds => Peer.Min(static round => round.Nanoseconds);

    /// <summary>What is over its limit, in words.</summary>
    public IEnumerable<string> Regressions()
    {
        if (Figure.Time is { } time && TimeRatio > time.Limit)
            yield return Regression("time", TimeRatio, time.Limit);
        if (Figure.Bytes is { } bytes && BytesRatio > bytes.Limit)
            yield return Regression("memory", BytesRatio, bytes.Limit);
    }

    private string Regression(string what, double ratio, double limit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Figure.Name}: {what} is {ratio:0.####} times the peer's, over the limit of {limit:0.####}. Claimed in: {Figure.Claim}.");
}
