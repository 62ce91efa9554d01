namespace AadPg;

/// <summary>What one caller of a token cache, which others share, wants.</summary>
/// <param name="MinimumLife">With less life left than this, a token is replaced before it is handed out, if that can be done.</param>
/// <param name="AcquisitionTimeout">How long a request that this caller starts may take.</param>
/// <param name="Wait">How long this caller waits, at most the acquisition timeout.</param>
internal readonly record struct TokenTerms(TimeSpan MinimumLife, TimeSpan AcquisitionTimeout, TimeSpan Wait);
