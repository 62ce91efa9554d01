using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>
/// Whether a method looks at what is in a parameter's text, beyond whether there is any: matches it, looks it up, checks or escapes it. What it
/// lets through is then its own affair.
/// </summary>
internal static class ChecksOfValue
{
    private static readonly string[] s_checks =
        ["IsMatch", "Match", "Contains", "ContainsKey", "All", "Any", "IndexOf", "IndexOfAny", "IndexOfAnyExcept", "CheckHostName", "Replace", "Equals", "TryGetValue", "TryParse", "Parse"];

    private static readonly string[] s_checkPrefixes = ["Validate", "Ensure", "Check", "Require", "Verify", "Sanitize", "Escape", "Quote", "IsValid", "IsAllowed", "IsSafe", "Encode"];

    public static bool AreIn(IOperation code, IParameterSymbol parameter) => code.Descendants()
        .OfType<IInvocationOperation>()
        .Any(call => IsCheck(call.TargetMethod.Name) && Takes(call, parameter));

    private static bool IsCheck(string method) => s_checks.Contains(method) || s_checkPrefixes.Any(prefix => method.StartsWith(prefix, StringComparison.Ordinal));

    private static bool Takes(IInvocationOperation call, IParameterSymbol parameter) =>
        Is(call.Instance, parameter) || call.Arguments.Any(argument => Is(argument.Value, parameter));

    private static bool Is(IOperation? value, IParameterSymbol parameter) => value switch
    {
        IConversionOperation conversion => Is(conversion.Operand, parameter),
        IParameterReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter),
        _ => false,
    };
}
