namespace AadPg;

/// <summary>How a token request ended: exactly one of the two is set.</summary>
internal readonly record struct TokenFlightResult(CachedToken? Token, AcquisitionFailure? Failure);
