using Microsoft.Extensions.Logging;

namespace AadPg;

/// <summary>What becomes of token requests, as logged under the category <c>AadPg.Tokens</c>. Event ids are stable.</summary>
internal static partial class TokenLog
{
    private const string Category = "AadPg.Tokens";

    public static ILogger Create(ILoggerFactory? factory) => UnfailingLogger.Create(factory, Category);

    [LoggerMessage(1001, LogLevel.Debug, "{Credential} gave a token for {Scope}, valid for {RemainingLife}")]
    public static partial void Obtained(ILogger logger, string credential, string scope, TimeSpan remainingLife);

    [LoggerMessage(1002, LogLevel.Warning, "The token could not be refreshed; the one in the cache serves for another {RemainingLife}, and it is tried again. {Reason}")]
    public static partial void RefreshFailed(ILogger logger, TimeSpan remainingLife, string reason);

    [LoggerMessage(1003, LogLevel.Error, "No token could be had, and none is alive: logins fail until one comes. {Reason}")]
    public static partial void AcquisitionFailed(ILogger logger, string reason);

    [LoggerMessage(1004, LogLevel.Information, "Tokens can be had again, after {Failures} failed requests")]
    public static partial void Recovered(ILogger logger, int failures);
}
