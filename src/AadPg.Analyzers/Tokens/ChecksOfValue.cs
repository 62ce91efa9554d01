using System.Runtime.CompilerServices;
using AadPg.Analyzers.Tracing;
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

    private static readonly ConditionalWeakTable<IOperation, HashSet<ISymbol>> s_checked = new();

    public static bool AreIn(IOperation code, IParameterSymbol parameter) => s_checked.GetValue(code, CheckedIn).Contains(parameter);

    private static HashSet<ISymbol> CheckedIn(IOperation code) => new(
        MethodBody.Of(code).Operations
            .OfType<IInvocationOperation>()
            .Where(call => IsCheck(call.TargetMethod.Name))
            .SelectMany(call => call.Arguments.Select(argument => argument.Value).Append(call.Instance))
            .Select(ParameterIn)
            .OfType<ISymbol>(),
        SymbolEqualityComparer.Default);

    private static bool IsCheck(string method) => s_checks.Contains(method) || s_checkPrefixes.Any(prefix => method.StartsWith(prefix, StringComparison.Ordinal));

    private static IParameterSymbol? ParameterIn(IOperation? value) => value switch
    {
        IConversionOperation conversion => ParameterIn(conversion.Operand),
        IParameterReferenceOperation reference => reference.Parameter,
        _ => null,
    };
}
