using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>AADPG0010: the connection string holds a password, and a provider is to give another one.</summary>
internal static class ConflictingPasswordRule
{
    /// <summary>The calls that set a provider: Npgsql's and AadPg's.</summary>
    public static bool SetsProvider(IMethodSymbol method) => method.Name is PasswordProviderCall.OnDemand or PasswordProviderCall.Periodic or "UseAadAuthentication";

    public static Diagnostic? Check(IInvocationOperation call, SinkTracer tracer, CancellationToken cancellationToken)
    {
        // Code that goes at the builder's settings may take the password out again.
        if (DataSourceBuilderOrigin.Find(call, tracer) is not { } sink
            || tracer.FindConnectionString(sink) is not { } connectionString
            || DataSourceBuilderUse.MaySetMore(sink))
        {
            return null;
        }

        return tracer.TraceConnectionString(connectionString, cancellationToken).Select(text => Check(text, sink)).FirstOrDefault(diagnostic => diagnostic is not null);
    }

    private static Diagnostic? Check(TracedText text, IOperation sink)
    {
        var parsed = ParsedConnectionString.Parse(text.Text);
        var setting = new[] { Keyword.Password, Keyword.Passfile }.Select(parsed.Get).FirstOrDefault(setting => setting.KnownValue is { Length: > 0 });
        return parsed.IsMalformed || setting.Entry is not { } entry
            ? null
            : Diagnostic.Create(Descriptors.ConflictingPassword, text.LocationOf(entry.Range), [sink.Syntax.GetLocation()], entry.Key);
    }
}
