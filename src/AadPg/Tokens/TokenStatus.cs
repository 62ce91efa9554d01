namespace AadPg;

/// <summary>What a token cache has, for those who watch over it.</summary>
/// <param name="RemainingLife">How long the newest token still lives; not above zero when it has expired or none came yet.</param>
/// <param name="Failures">How many requests failed since the last one that succeeded.</param>
internal readonly record struct TokenStatus(TimeSpan RemainingLife, int Failures);
