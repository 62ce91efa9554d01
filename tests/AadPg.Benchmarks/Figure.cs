namespace AadPg.Benchmarks;

/// <summary>One claim about speed or memory: a benchmark of ours beside one of a peer.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Benchmarks">The class with both benchmarks.</param>
/// <param name="Ours">The method that measures ours.</param>
/// <param name="Peer">The method that measures the peer.</param>
/// <param name="Claim">Where the claim is made.</param>
internal sealed record Figure(string Name, Type Benchmarks, string Ours, string Peer, string Claim)
{
    /// <summary>Our time by the peer's; null when no claim is made of it.</summary>
    public Bound? Time { get; init; }

    /// <summary>Our allocated bytes by the peer's; null when no claim is made of it.</summary>
    public Bound? Bytes { get; init; }

    /// <summary>An operation takes so long that the short run leaves it out.</summary>
    public bool IsSlow { get; init; }

    /// <summary>How many turns ours and the peer take in a round, in <see cref="AadPg.Benchmarks.Turns"/>; 0 when they are measured one after the other.</summary>
    public int Turns { get; init; }
}
