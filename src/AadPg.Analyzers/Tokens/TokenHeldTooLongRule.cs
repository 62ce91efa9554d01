using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Tokens;

/// <summary>AADPG0006: Npgsql is told to use a token for longer than it is sure to live.</summary>
internal static class TokenHeldTooLongRule
{
    /// <summary>The credentials of Azure.Identity hand out a cached token until five minutes before it expires.</summary>
    private static readonly TimeSpan s_surelyAlive = TimeSpan.FromMinutes(5);

    public static Diagnostic? Check(PasswordProviderCall provider, TokenTypes types)
    {
        var interval = provider.Invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "successRefreshInterval");
        return provider.IsPeriodic
            && interval is not null
            && ConstantTimeSpan.Of(interval.Value) > s_surelyAlive
            && provider.Operations.Any(operation => types.IsToken(operation.Type))
            ? Diagnostic.Create(Descriptors.TokenHeldTooLong, interval.Value.Syntax.GetLocation())
            : null;
    }
}
