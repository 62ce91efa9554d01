using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>AADPG0010: the connection string holds a password, and a provider is to give another one.</summary>
internal static class ConflictingPasswordRule
{
    private static readonly Keyword[] s_passwords = [Keyword.Password, Keyword.Passfile];

    /// <summary>The calls that set a provider: Npgsql's and AadPg's.</summary>
    public static bool SetsProvider(IMethodSymbol method) => method.Name is PasswordProviderCall.OnDemand or PasswordProviderCall.Periodic or "UseAadAuthentication";

    public static Diagnostic? Check(IInvocationOperation call, SinkTracer tracer, CancellationToken cancellationToken)
    {
        if (DataSourceBuilderOrigin.Find(call, tracer) is not { } sink)
            return null;

        // Code that goes at the builder's settings may take the password out again, or be what puts it in.
        if (DataSourceBuilderUse.MaySetMore(sink))
            return CheckSettings(call, sink, tracer, cancellationToken);

        return SinkFinder.FindConnectionString(sink) is { } connectionString
            ? TextsOf(connectionString, tracer, cancellationToken).Select(text => Check(text, sink)).FirstOrDefault(diagnostic => diagnostic is not null)
            : null;
    }

    /// <summary>The texts of a connection string; where it is read from Npgsql's builder, those that the builder holds then.</summary>
    private static ImmutableArray<TracedText> TextsOf(IOperation connectionString, SinkTracer tracer, CancellationToken cancellationToken)
    {
        if (BuilderOf(connectionString, tracer) is not { } builder)
            return tracer.TraceConnectionString(connectionString, cancellationToken);

        // A password that one state of the builder lacks may be taken out of it before the string is read.
        var texts = tracer.FindOrigins(builder, cancellationToken) is [IObjectCreationOperation creation] ? tracer.Trace(creation, cancellationToken) : ImmutableArray<TracedText>.Empty;
        return texts.All(text => PasswordIn(text) is not null) ? texts : ImmutableArray<TracedText>.Empty;
    }

    private static Diagnostic? Check(TracedText text, IOperation sink) => PasswordIn(text) is { } entry
        ? Diagnostic.Create(Descriptors.ConflictingPassword, text.LocationOf(entry.Range), [sink.Syntax.GetLocation()], entry.Key)
        : null;

    private static ConnectionStringEntry? PasswordIn(TracedText text)
    {
        var parsed = ParsedConnectionString.Parse(text.Text);
        return parsed.IsMalformed ? null : s_passwords.Select(parsed.Get).FirstOrDefault(setting => setting.KnownValue is { Length: > 0 }).Entry;
    }

    /// <summary><c>builder.ConnectionStringBuilder.Passfile = "…"</c>, when every such setting of the builder is a text that is known.</summary>
    private static Diagnostic? CheckSettings(IInvocationOperation call, IOperation sink, SinkTracer tracer, CancellationToken cancellationToken)
    {
        var settings = SettingsOn(sink, MethodBody.Of(call), tracer).ToList();
        return settings.Count > 0 && settings.TrueForAll(setting => tracer.FindOrigins(setting.Value, cancellationToken).All(IsText))
            ? Diagnostic.Create(Descriptors.ConflictingPassword, settings[0].Syntax.GetLocation(), [sink.Syntax.GetLocation()], settings[0].Keyword.Name)
            : null;
    }

    /// <summary>The passwords that a method sets on the settings of a data source builder.</summary>
    public static IEnumerable<BuilderSetting> SettingsOn(IOperation sink, MethodBody method, SinkTracer tracer) =>
        method.Settings.Where(setting => s_passwords.Contains(setting.Keyword) && IsOn(setting, sink, tracer));

    /// <summary>The expression that gives Npgsql's builder whose string a connection string is; null for another string.</summary>
    public static IOperation? BuilderOf(IOperation connectionString, SinkTracer tracer)
    {
        var builder = connectionString switch
        {
            IPropertyReferenceOperation { Property.Name: "ConnectionString", Instance: { } instance } => instance,
            IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } => instance,
            _ => null,
        };
        return builder is not null && NpgsqlTypes.IsConnectionStringBuilder(builder.Type) ? builder : null;
    }

    private static bool IsOn(BuilderSetting setting, IOperation sink, SinkTracer tracer) =>
        setting.Builder is IPropertyReferenceOperation { Property.Name: "ConnectionStringBuilder", Instance: { } dataSourceBuilder }
        && DataSourceBuilderOrigin.FindFrom(dataSourceBuilder, tracer)?.Syntax == sink.Syntax;

    private static bool IsText(IOperation value) => value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } };
}
