using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Conversions;

/// <summary>
/// <c>UseNpgsql("…")</c> becomes <c>UseNpgsql(AadNpgsqlDataSource.Shared("…"))</c>, and so does every call of a library that has an overload
/// for a data source, or for a function that gives one, in the place of the connection string. Not <c>ConfigureDataSource</c>: for that, EF
/// Core keeps its data sources by connection string alone, whatever the credential.
/// </summary>
internal static class DataSourceOverload
{
    /// <summary>Options that EF Core applies to a data source of its own, and ignores or refuses for one that it is given.</summary>
    private static readonly HashSet<string> s_dataSourceOptions =
    [
        "ConfigureDataSource", "MapEnum", "UseNodaTime", "UseNetTopologySuite",
        "ProvideClientCertificatesCallback", "RemoteCertificateValidationCallback", "ProvidePasswordCallback",
    ];

    public static bool TryConvert(ConvertibleSink sink, IInvocationOperation invocation)
    {
        if (MayConfigureDataSource(invocation))
            return false;

        var overloads = Overloads(sink).ToList();
        if (overloads.Find(parameter => IsDataSource(parameter.Type)) is { } direct)
            return Convert(sink, direct, prefix: "");

        if (overloads.Find(parameter => parameter.Type is INamedTypeSymbol { Name: "Func", TypeArguments: [.., var result] } && IsDataSource(result)) is { } function)
            return Convert(sink, function, prefix: Parameters((INamedTypeSymbol)function.Type) + " => ");

        return OptionsWithDataSource.TryConvert(sink, overloads);
    }

    /// <summary>A connection string's parameter takes another type, in overloads that are otherwise the same, the ones with fewer optional parameters first.</summary>
    private static IEnumerable<IParameterSymbol> Overloads(ConvertibleSink sink)
    {
        var method = sink.Method.OriginalDefinition;
        var arguments = ((IInvocationOperation)sink.Site.Operation).Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).ToList();
        var given = arguments.ConvertAll(argument => argument.Parameter!);
        var ordinal = arguments.Find(argument => sink.Argument.Span.Contains(argument.Syntax.Span))!.Parameter!.Ordinal;
        return method.ContainingType.GetMembers(method.Name)
            .OfType<IMethodSymbol>()
            .Where(overload => overload.Arity == method.Arity && overload.DeclaredAccessibility == Accessibility.Public && overload.Parameters.Length > ordinal && overload.IsStatic == method.IsStatic)
            .Where(overload => !overload.Parameters[ordinal].Type.Equals(method.Parameters[ordinal].Type, SymbolEqualityComparer.Default))
            .Where(overload => given.All(parameter => parameter.Ordinal == ordinal || HasSame(overload, parameter)))
            .Where(overload => overload.Parameters.All(parameter => parameter.Ordinal == ordinal || parameter.IsOptional || given.Exists(other => IsSame(parameter, other)) || (method.IsExtensionMethod && parameter.Ordinal == 0)))
            .OrderBy(overload => overload.Parameters.Length)
            .Select(overload => overload.Parameters[ordinal]);
    }

    private static bool HasSame(IMethodSymbol overload, IParameterSymbol parameter) => overload.Parameters.Any(other => IsSame(other, parameter.OriginalDefinition));

    private static bool IsSame(IParameterSymbol one, IParameterSymbol other) => one.Name == other.Name && one.Type.ToDisplayString() == other.OriginalDefinition.Type.ToDisplayString();

    public static bool IsDataSource(ITypeSymbol type) =>
        type is { Name: "DbDataSource", ContainingNamespace.Name: "Common" } or { Name: "NpgsqlDataSource", ContainingNamespace.Name: "Npgsql" };

    private static bool Convert(ConvertibleSink sink, IParameterSymbol parameter, string prefix)
    {
        if (sink.Argument.NameColon is { } name)
            sink.Replace(name.Name.Span, parameter.Name);

        sink.WrapArgument(prefix);
        return true;
    }

    private static string Parameters(INamedTypeSymbol function) => function.TypeArguments.Length switch
    {
        1 => "()",
        2 => "_",
        var count => $"({string.Join(", ", Enumerable.Repeat("_", count - 1))})",
    };

    /// <summary>Whether options are set that a data source which is given does not take.</summary>
    public static bool MayConfigureDataSource(IInvocationOperation invocation) => invocation.TargetMethod.Name is "UseNpgsql" or "AddNpgsql" && invocation.Arguments.Any(MayConfigureDataSource);

    private static bool MayConfigureDataSource(IArgumentOperation argument)
    {
        if (argument.Parameter?.Type.TypeKind != TypeKind.Delegate || argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Value.ConstantValue.HasValue)
            return false;

        var isLambda = argument.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation };
        return !isLambda || argument.Descendants().OfType<IInvocationOperation>().Any(call => s_dataSourceOptions.Contains(call.TargetMethod.Name));
    }
}
