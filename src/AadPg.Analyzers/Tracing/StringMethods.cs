using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Knows the methods of <see cref="string"/> and of its kin that change nothing a connection string means.</summary>
internal static class StringMethods
{
    public static bool IsStringMethod(IMethodSymbol method) => method.ContainingType.SpecialType == SpecialType.System_String;

    /// <summary>A sum that is a string, or would be one if all of its half-typed parts were there.</summary>
    public static bool IsConcatenation(IBinaryOperation sum) =>
        sum.OperatorKind == BinaryOperatorKind.Add && sum.Type is { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Error };

    /// <summary><c>string.Format</c> with an argument that is not there yet: which of its overloads is meant, nobody knows, and what it gives is the same.</summary>
    public static bool IsHalfTypedFormat(IInvalidOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format", Expression: PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" } } };

    /// <summary>The call of which <paramref name="text"/> is the format, when it is such a one.</summary>
    public static IInvalidOperation? HalfTypedFormatOf(IOperation text) =>
        text is { Syntax.Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [var first, ..] } } argument, Parent: IInvalidOperation call } && first == argument && IsHalfTypedFormat(call) ? call : null;

    /// <summary>Gives the string it is called on, blanks and separators at the ends aside.</summary>
    public static bool IsPassThrough(IMethodSymbol method) =>
        IsStringMethod(method) && method.Name is "Trim" or "TrimStart" or "TrimEnd" or "ToString" or "Normalize" && !method.IsStatic;

    /// <summary>Whether <paramref name="operation"/> makes a string of <paramref name="text"/> that is it for the most part: <c>text.Replace("{db}", name)</c>.</summary>
    public static bool Changes(IOperation operation, IOperation text) =>
        operation is IInvocationOperation { TargetMethod: var method, Instance: { } instance } && instance == text && (IsPassThrough(method) || (IsStringMethod(method) && method.Name == "Replace"));

    /// <summary>The call that puts <paramref name="text"/>, the first of several, and the others together, <c>string.Join(";", text, …)</c>; null for any other place.</summary>
    public static IInvocationOperation? JoinThatBeginsWith(IOperation text)
    {
        if (text.Syntax.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax syntax, Arguments: var arguments } } argument)
            return null;

        // The array of the arguments has the call's syntax too.
        var parent = text.Parent;
        while (parent is not (null or IInvocationOperation))
            parent = parent.Parent;

        return parent is IInvocationOperation { Syntax: var called, TargetMethod: { IsStatic: true, Name: var name } method } call && called == syntax && IsStringMethod(method) && arguments.IndexOf(argument) == name switch { "Concat" => 0, "Join" => 1, _ => -1 }
            ? call
            : null;
    }

    /// <summary>The interpolated string that <c>FormattableString.Invariant</c> or <c>string.Create</c> turns into a string with a culture.</summary>
    public static IOperation? InterpolationOf(IInvocationOperation invocation)
    {
        var isFormatting = invocation.TargetMethod is { Name: "Invariant" or "CurrentCulture", ContainingType.Name: "FormattableString" }
            || (IsStringMethod(invocation.TargetMethod) && invocation.TargetMethod.Name == "Create");
        var value = invocation.Arguments.LastOrDefault()?.Value;
        while (value is IConversionOperation conversion)
            value = conversion.Operand;

        return isFormatting && value is IInterpolatedStringOperation or IInterpolatedStringHandlerCreationOperation ? value : null;
    }
}
