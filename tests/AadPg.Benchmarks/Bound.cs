namespace AadPg.Benchmarks;

/// <summary>How high a ratio of ours to the peer's may be.</summary>
/// <param name="Target">What is claimed.</param>
/// <param name="Limit">What counts as a regression: the target and the noise of a busy machine.</param>
internal sealed record Bound(double Target, double Limit);
