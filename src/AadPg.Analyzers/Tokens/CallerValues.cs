using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>
/// Says which values a caller controls: the text parameters of what can be called from elsewhere, what an HTTP request brings, what is typed
/// at the console, and the command line. Configuration and the environment belong to the one who runs the app.
/// </summary>
internal sealed class CallerValues(SinkTracer tracer, CancellationToken cancellationToken)
{
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    /// <summary>Methods of a text that leave in it what was in it.</summary>
    private static readonly HashSet<string> s_keeping = new(StringComparer.Ordinal)
    {
        "ToString", "Trim", "TrimStart", "TrimEnd", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "Substring", "Normalize", "First", "FirstOrDefault", "Single", "Last",
    };

    /// <summary>Whether one of the values that <paramref name="value"/> can be comes from a caller as it is.</summary>
    public bool IsCallers(IOperation value) => IsCallersOrigin(value) || tracer.FindOrigins(value, cancellationToken).Any(IsCallersOrigin);

    private bool IsCallersOrigin(IOperation origin) => origin switch
    {
        IConversionOperation { OperatorMethod: null } conversion => IsCallersOrigin(conversion.Operand),
        IParameterReferenceOperation { Type.SpecialType: SpecialType.System_String } reference => IsCallers(reference.Parameter, reference),
        IArrayElementReferenceOperation element => IsCallersList(element.ArrayReference),
        IPropertyReferenceOperation property => HttpRequestTypes.IsValueOf(property) || IsPropertyOfCallers(property),
        IInvocationOperation call => IsInput(call) || HttpRequestTypes.IsValueOf(call) || IsKept(call),
        IConversionOperation conversion => HttpRequestTypes.IsValueOf(conversion.Operand),
        _ => false,
    };

    private static bool IsInput(IInvocationOperation call) =>
        (call.TargetMethod.Name is "ReadLine" or "ReadLineAsync" or "ReadToEnd" && IsConsole(call.Instance is IPropertyReferenceOperation { Property: var reader } ? reader.ContainingType : call.TargetMethod.ContainingType))
        || (call.TargetMethod.Name == "GetCommandLineArgs" && call.TargetMethod.ContainingType.Name == nameof(Environment));

    private static bool IsConsole(INamedTypeSymbol type) => type is { Name: nameof(Console), ContainingNamespace.Name: nameof(System) };

    private bool IsKept(IInvocationOperation call) =>
        s_keeping.Contains(call.TargetMethod.Name)
        && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } text
        && (IsCallers(text) || IsCallersList(text));

    /// <summary>An element of a list or table of texts that is a parameter, or of the command line.</summary>
    private bool IsCallersList(IOperation list) => tracer.FindOrigins(list, cancellationToken).Any(origin => origin switch
    {
        IParameterReferenceOperation reference => IsListOfText(reference.Type) && IsCallers(reference.Parameter, reference),
        IInvocationOperation call => IsInput(call),
        _ => false,
    });

    private static bool IsListOfText(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.SpecialType == SpecialType.System_String,
        INamedTypeSymbol { TypeArguments: [.., { SpecialType: SpecialType.System_String }], ContainingNamespace: var space } => space.IsNamed("System.Collections") || space.ContainingNamespace.IsNamed("System.Collections"),
        _ => false,
    };

    /// <summary><c>values["host"]</c> of a table, or a property of the model that an endpoint is handed.</summary>
    private bool IsPropertyOfCallers(IPropertyReferenceOperation property) => property switch
    {
        { Property.IsIndexer: true, Instance: { } table } => IsCallersList(table),
        { Type.SpecialType: SpecialType.System_String, Instance: IParameterReferenceOperation { Parameter: { } model } } => Endpoints.IsFromRequest(model),
        _ => false,
    };

    private bool IsCallers(IParameterSymbol parameter, IOperation use)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method || ChecksOfValue.AreIn(LocalAssignments.Root(use), parameter))
            return false;

        if (method.MethodKind == MethodKind.AnonymousFunction)
            return Endpoints.IsFromRequest(parameter);

        if (method.Name is "Main" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName)
            return true;

        return IsVisible(method)
            ? method.MethodKind is MethodKind.Ordinary or MethodKind.Constructor
            : _asked.Add(parameter) && MemberUses.Of(method, tracer.Models, cancellationToken).OfType<IInvocationOperation>().Any(call => IsGivenByCaller(call, parameter));
    }

    private bool IsGivenByCaller(IInvocationOperation call, IParameterSymbol parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is { ArgumentKind: ArgumentKind.Explicit, Value: var value } && IsCallers(value);

    /// <summary>Other types can call it.</summary>
    private static bool IsVisible(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.NotApplicable)
                return false;
        }

        return true;
    }
}
