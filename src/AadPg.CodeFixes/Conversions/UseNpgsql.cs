using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Conversions;

/// <summary>
/// <c>UseNpgsql("…")</c> becomes <c>UseNpgsql(AadNpgsqlDataSource.Shared("…"))</c>. Not <c>ConfigureDataSource</c>: for that, EF Core keeps
/// its data sources by connection string alone, whatever the credential.
/// </summary>
internal static class UseNpgsql
{
    /// <summary>Options that EF Core applies to a data source of its own, and ignores or refuses for one that it is given.</summary>
    private static readonly HashSet<string> s_dataSourceOptions =
    [
        "ConfigureDataSource", "MapEnum", "UseNodaTime", "UseNetTopologySuite",
        "ProvideClientCertificatesCallback", "RemoteCertificateValidationCallback", "ProvidePasswordCallback",
    ];

    public static bool TryConvert(ConvertibleSink sink, IInvocationOperation invocation)
    {
        if (ParameterForDataSource(sink) is not { } parameter || invocation.Arguments.Any(MayConfigureDataSource))
            return false;

        if (sink.Argument.NameColon is { } name)
            sink.Replace(name.Name.Span, parameter.Name);

        var shared = sink.NameOf(sink.Runtime.SharedDataSource);
        sink.Insert(sink.Argument.Expression.SpanStart, $"{shared}.Shared(");
        sink.Insert(sink.Argument.Expression.Span.End, ")");
        return true;
    }

    /// <summary>The parameter that takes a data source in the overload that is otherwise the same; null when there is none.</summary>
    private static IParameterSymbol? ParameterForDataSource(ConvertibleSink sink)
    {
        var method = sink.Method.OriginalDefinition;
        var ordinal = method.Parameters.First(parameter => parameter.Type.SpecialType == SpecialType.System_String).Ordinal;
        return method.ContainingType.GetMembers(method.Name)
            .OfType<IMethodSymbol>()
            .Where(overload => overload.Arity == method.Arity
                && overload.Parameters.Length == method.Parameters.Length
                && overload.Parameters.All(parameter => parameter.Ordinal == ordinal
                    ? parameter.Type is { Name: "DbDataSource", ContainingNamespace.Name: "Common" }
                    : parameter.Type.ToDisplayString() == method.Parameters[parameter.Ordinal].Type.ToDisplayString()))
            .Select(overload => overload.Parameters[ordinal])
            .FirstOrDefault();
    }

    private static bool MayConfigureDataSource(IArgumentOperation argument)
    {
        if (argument.Parameter?.Type.TypeKind != TypeKind.Delegate || argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Value.ConstantValue.HasValue)
            return false;

        var isLambda = argument.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation };
        return !isLambda || argument.Descendants().OfType<IInvocationOperation>().Any(call => s_dataSourceOptions.Contains(call.TargetMethod.Name));
    }
}
