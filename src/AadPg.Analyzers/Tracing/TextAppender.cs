using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Writes down the text of an expression, piece by piece; what is not known becomes a <see cref="Hole"/>.</summary>
internal sealed class TextAppender(OriginFinder origins, Branches branches, TracedTextBuilder text, CancellationToken cancellationToken)
{
    /// <summary>What follows is written down elsewhere, to be worked on before it goes into the text.</summary>
    public TracedText TraceApart(Origin origin)
    {
        var apart = new TracedTextBuilder();
        new TextAppender(origins, branches, apart, cancellationToken).Append(origin);
        return apart.Build(origin.Value.Syntax.GetLocation());
    }

    /// <param name="origin">The expression.</param>
    /// <param name="source">What to point at when the expression is no text of its own; null for its own syntax.</param>
    public void Append(Origin origin, SyntaxNode? source = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!origin.IsUnknown)
            origin = origin.At(Unwrap(origin.Value));

        switch (origin.Value)
        {
            case ILiteralOperation { Syntax: LiteralExpressionSyntax literal, ConstantValue: { HasValue: true, Value: string } }:
                text.AddLiteral(literal.Token, literal);
                break;
            case IBinaryOperation concatenation when StringMethods.IsConcatenation(concatenation):
                AppendOperands(concatenation, origin);
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                    AppendPart(part, origin);
                break;
            case { ConstantValue: { HasValue: true, Value: var constant } } and not (IFieldReferenceOperation or ILocalReferenceOperation):
                text.Add(Format(constant), source ?? origin.Value.Syntax);
                break;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Target: ILocalReferenceOperation target } assignment:
                AppendBuiltUp(target, assignment, origin);
                break;
            case IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } }:
                break;
            case IPropertyReferenceOperation { Property: { Name: "NewLine", ContainingType.Name: "Environment" } }:
                text.Add("\n", source ?? origin.Value.Syntax);
                break;
            case IInvocationOperation call when new CallAppender(this, origins, branches, text, call.Syntax).TryAppend(call, origin):
                text.IsComposed = true;
                break;
            case IInvalidOperation half when StringMethods.IsHalfTypedFormat(half):
                new CallAppender(this, origins, branches, text, half.Syntax).AppendFormat(half.ChildOperations.Where(child => child.Kind != OperationKind.None).ToList(), origin);
                text.IsComposed = true;
                break;
            default:
                AppendFollowed(origin, source ?? origin.Value.Syntax);
                break;
        }
    }

    /// <summary>A part that is not known.</summary>
    public void AppendHole(IOperation value, SyntaxNode? source = null) => text.AddHole(HoleOf(value), source ?? value.Syntax);

    /// <summary>From left to right, without recursion into the left: generated code has thousands of operands.</summary>
    private void AppendOperands(IBinaryOperation concatenation, Origin origin)
    {
        var right = new Stack<IOperation>();
        var operand = (IOperation)concatenation;
        while (operand is IBinaryOperation binary && StringMethods.IsConcatenation(binary))
        {
            right.Push(binary.RightOperand);
            operand = Unwrap(binary.LeftOperand);
        }

        Append(origin.At(operand));
        while (right.Count > 0)
            Append(origin.At(right.Pop()));
    }

    private void AppendPart(IInterpolatedStringContentOperation part, Origin origin)
    {
        switch (part)
        {
            case { Syntax: InterpolatedStringTextSyntax syntax }:
                text.AddLiteral(syntax.TextToken, syntax);
                break;
            case IInterpolationOperation { Alignment: null, FormatString: null } interpolation:
                Append(origin.At(interpolation.Expression), interpolation.Syntax);
                break;
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var value] } } append:
                Append(origin.At(value.Value), append.Syntax);
                break;
            default:
                text.AddHole(part is IInterpolationOperation { Expression: var expression } ? HoleOf(expression) : Hole.AnyText, part.Syntax);
                break;
        }
    }

    /// <summary><c>text += "…"</c>: what the variable held before, and then the rest; in a loop, any number of times.</summary>
    private void AppendBuiltUp(ILocalReferenceOperation target, ICompoundAssignmentOperation assignment, Origin origin)
    {
        Append(origin.At(target));
        if (Loops.IsIn(assignment))
            AppendHole(assignment.Value);

        Append(origin.At(assignment.Value));
        text.IsComposed = true;
    }

    /// <summary>A branch is a part of the text where it stands; text that is written elsewhere is pointed at where it is used.</summary>
    private void AppendFollowed(Origin origin, SyntaxNode source)
    {
        var found = origins.Find(origin, out var holders);
        if (found == origin && origin.Value.ConstantValue is { HasValue: true, Value: var constant })
            text.Add(Format(constant), source);
        else if (found == origin)
            AppendHole(origin.Value, source);
        else if (holders.IsEmpty)
            Append(found, source);
        else if (found.Value is ICompoundAssignmentOperation && source == origin.Value.Syntax)
            Append(found);
        else
            text.AddReferenced(TraceApart(found), source);
    }

    private static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;

        return value;
    }

    private static string Format(object? constant) => Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>What a <c>const</c> is made of is constant, also where the type that holds it is not referenced or not written yet.</summary>
    private static bool IsUnseenConstant(IOperation value) =>
        value is IInvalidOperation && value.Syntax.FirstAncestorOrSelf<EqualsValueClauseSyntax>()?.Parent?.Parent?.Parent switch
        {
            LocalDeclarationStatementSyntax local => local.IsConst,
            FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
            _ => false,
        };

    private static char HoleOf(IOperation value)
    {
        if (IsUnseenConstant(value))
            return Hole.Constant;

        return IsRandom(value) ? Hole.Random : HoleOf(value.Type);
    }

    /// <summary>A new Guid, a random number or random bytes, or a text that the framework makes of one.</summary>
    private static bool IsRandom(IOperation value) => value switch
    {
        IConversionOperation conversion => IsRandom(conversion.Operand),
        IInvocationOperation { TargetMethod.ContainingType.Name: "Random" or "RandomNumberGenerator" } => true,
        IInvocationOperation { TargetMethod: { Name: "NewGuid" or "CreateVersion7", ContainingType.Name: nameof(Guid) } } => true,
        IInvocationOperation { Instance: { } made, TargetMethod.ContainingType: { Name: nameof(Guid) } or { SpecialType: not SpecialType.None } } => IsRandom(made),
        IInvocationOperation { Arguments: [{ Value: var bytes }, ..], TargetMethod.ContainingType.Name: nameof(Convert) } => IsRandom(bytes),
        _ => false,
    };

    /// <summary>A number, an enum, a Guid or a date cannot bring a separator along; a string, or anything with a ToString of its own, can.</summary>
    private static char HoleOf(ITypeSymbol? type)
    {
        var isScalar = type is { TypeKind: TypeKind.Enum }
            or { IsValueType: true, SpecialType: not SpecialType.None }
            or { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }, Name: "Guid" or "DateTimeOffset" or "DateOnly" or "TimeSpan" };
        return isScalar ? Hole.Scalar : Hole.AnyText;
    }
}
