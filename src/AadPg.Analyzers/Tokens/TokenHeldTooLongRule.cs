using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Tokens;

/// <summary>AADPG0006: Npgsql is told to use a token for longer than it is sure to live, by an interval or by a callback that gives the same token again.</summary>
internal static class TokenHeldTooLongRule
{
    private const string Interval =
        "A token may expire within this interval, and logins then fail; use UsePasswordProvider or UseAadAuthentication, which get one when it is needed, or an interval of 5 minutes at most";

    private const string Kept = "This token was got once, and logins fail when it has expired; get it in the callback, each time, or use UseAadAuthentication";

    /// <summary>The credentials of Azure.Identity hand out a cached token until five minutes before it expires.</summary>
    private static readonly TimeSpan s_surelyAlive = TimeSpan.FromMinutes(5);

    public static IEnumerable<Diagnostic> Check(PasswordProviderCall provider, SinkTracer tracer, CancellationToken cancellationToken)
    {
        if (provider.IsPeriodic
            && provider.Argument("successRefreshInterval") is { } interval
            && ConstantTimeSpan.Of(interval, tracer, cancellationToken) > s_surelyAlive
            && provider.Operations.Any(operation => TokenTypes.IsToken(operation.Type) || TokenTypes.IsTokenRead(operation)))
        {
            yield return Report(interval, provider, Interval);
        }

        foreach (var read in new KeptTokens(provider, tracer, cancellationToken).Find())
            yield return Report(read, provider, Kept);
    }

    private static Diagnostic Report(IOperation operation, PasswordProviderCall provider, string message) =>
        Diagnostic.Create(Descriptors.TokenHeldTooLong, operation.Syntax.GetLocation(), [provider.Invocation.Syntax.GetLocation()], message);
}
