using Microsoft.Extensions.Logging;

namespace AadPg;

/// <summary>What becomes of logins, as logged under the category <c>AadPg.Logins</c>. Event ids are stable.</summary>
internal static partial class LoginLog
{
    private const string Category = "AadPg.Logins";

    public static ILogger Create(ILoggerFactory? factory) => UnfailingLogger.Create(factory, Category);

    public static void Refused(ILogger logger, AadLoginError? error) => RefusedCore(logger, error?.Cause, error?.Explanation, error?.Remedy);

    public static void RefusedAgain(ILogger logger, AadLoginError? error) => RefusedAgainCore(logger, error?.Cause, error?.Explanation, error?.Remedy);

    [LoggerMessage(2002, LogLevel.Information, "The server accepted the login when it was tried again with a new token")]
    public static partial void AcceptedAgain(ILogger logger);

    [LoggerMessage(2001, LogLevel.Warning, "The server refused a login ({Cause}); the token in the cache is dropped. {Explanation} {Remedy}", EventName = "LoginRefused")]
    private static partial void RefusedCore(ILogger logger, AadLoginErrorCause? cause, string? explanation, string? remedy);

    [LoggerMessage(2003, LogLevel.Error, "The server refused a login with a new token as well ({Cause}). {Explanation} {Remedy}", EventName = "LoginRefusedAgain")]
    private static partial void RefusedAgainCore(ILogger logger, AadLoginErrorCause? cause, string? explanation, string? remedy);
}
