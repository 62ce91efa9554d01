using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Follows a string from where it is used to the literals it is made of: concatenation, interpolation, constants, variables.</summary>
internal sealed class StringTracer(SemanticModels models, CancellationToken cancellationToken)
{
    private readonly OriginFinder _origins = new(models, cancellationToken);

    public TracedText Trace(IOperation value)
    {
        var origin = _origins.Find(value, out var holders);
        var text = new TracedTextBuilder();
        Append(origin, text);
        return text.Build(origin.Syntax.GetLocation()) with { Holders = holders };
    }

    /// <summary>Appends the text of <paramref name="value"/>, which is a part of a larger text.</summary>
    public void Append(IOperation value, TracedTextBuilder text) => Append(value, text, source: null);

    /// <remarks><paramref name="source"/> is what to point at when <paramref name="value"/> is no text of its own; null for its own syntax.</remarks>
    private void Append(IOperation value, TracedTextBuilder text, SyntaxNode? source)
    {
        cancellationToken.ThrowIfCancellationRequested();
        value = Unwrap(value);
        switch (value)
        {
            case ILiteralOperation { Syntax: LiteralExpressionSyntax literal, ConstantValue: { HasValue: true, Value: string } }:
                text.AddLiteral(literal.Token, literal);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } concatenation:
                Append(concatenation.LeftOperand, text);
                Append(concatenation.RightOperand, text);
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                    AppendPart(part, text);
                break;
            case { ConstantValue: { HasValue: true, Value: var constant } }:
                text.Add(Format(constant), source ?? value.Syntax);
                break;
            default:
                text.AddHole(HoleOf(value.Type), source ?? value.Syntax);
                break;
        }
    }

    private void AppendPart(IInterpolatedStringContentOperation part, TracedTextBuilder text)
    {
        switch (part)
        {
            case IInterpolatedStringTextOperation { Syntax: InterpolatedStringTextSyntax syntax }:
                text.AddLiteral(syntax.TextToken, syntax);
                break;
            case IInterpolationOperation { Alignment: null, FormatString: null } interpolation:
                Append(interpolation.Expression, text, interpolation.Syntax);
                break;
            default:
                text.AddHole(HoleOf((part as IInterpolationOperation)?.Expression.Type), part.Syntax);
                break;
        }
    }

    private static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;

        return value;
    }

    private static string Format(object? constant) => Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>A number, an enum, a Guid or a date cannot bring a separator along; a string, or anything with a ToString of its own, can.</summary>
    private static char HoleOf(ITypeSymbol? type)
    {
        var isScalar = type is { TypeKind: TypeKind.Enum }
            or { IsValueType: true, SpecialType: not SpecialType.None }
            or { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }, Name: "Guid" or "DateTimeOffset" or "DateOnly" or "TimeSpan" };
        return isScalar ? Hole.Scalar : Hole.AnyText;
    }
}
