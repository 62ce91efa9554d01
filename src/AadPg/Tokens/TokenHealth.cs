namespace AadPg;

/// <summary>What a cached token is good for.</summary>
internal enum TokenHealth
{
    /// <summary>Hand it out.</summary>
    Fresh,

    /// <summary>Hand it out, and get its successor in the background.</summary>
    Refreshable,

    /// <summary>Get its successor first; hand it out only if none can be had.</summary>
    Scarce,

    /// <summary>Expired.</summary>
    Dead,
}
