using AadPg.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Conversions;

/// <summary>Adds a call, such as <c>UseAadAuthentication()</c>, to a lambda that configures a data source builder, as the last thing that it does.</summary>
internal static class BuilderLambda
{
    /// <summary>Names for a parameter, the usual one first.</summary>
    public static readonly string[] ParameterNames = ["builder", "dataSourceBuilder"];

    /// <summary>False for what cannot be extended: a method group, a variable, an async lambda, a block that can be left early.</summary>
    public static bool TryExtend(ConvertibleSink sink, IOperation configuration, string call)
    {
        if (configuration is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol: { IsAsync: false } symbol } function })
            return false;

        var parameter = symbol.Parameters.Last();
        var use = BuilderUse.Of(parameter, function.Body);
        if (use.UsesAadAuthentication)
            return true;

        if (use.HasPasswordProvider || BuilderUse.SetsPassword(function.Body) || parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not ParameterSyntax declaration)
            return false;

        var name = Name(sink, declaration, isUsed: function.Body.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter)));
        return function.Syntax is AnonymousFunctionExpressionSyntax { Block: { } block }
            ? TryExtend(sink, block, name, call)
            : function.Syntax is LambdaExpressionSyntax { ExpressionBody: { } expression } && TryExtend(sink, expression, name, parameter, call);
    }

    /// <summary>The parameter's name; a discard gets one.</summary>
    private static string Name(ConvertibleSink sink, ParameterSyntax declaration, bool isUsed)
    {
        if (declaration.Identifier.ValueText != "_" || isUsed)
            return declaration.Identifier.Text;

        var name = sink.FreeName(ParameterNames);
        sink.Replace(declaration.Identifier.Span, name);
        return name;
    }

    private static bool TryExtend(ConvertibleSink sink, ExpressionSyntax body, string name, IParameterSymbol parameter, string call)
    {
        if (body is ThrowExpressionSyntax)
            return false;

        if (IsFluent(sink.Site.Model.GetOperation(body), parameter))
        {
            sink.Insert(body.Span.End, call);
            return true;
        }

        sink.Insert(body.SpanStart, "{ ");
        sink.Insert(body.Span.End, $"; {name}{call}; }}");
        return true;
    }

    /// <summary>A chain of calls from the parameter on that gives the builder again.</summary>
    private static bool IsFluent(IOperation? operation, IParameterSymbol parameter) => operation switch
    {
        IParameterReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter),
        IConversionOperation conversion => IsFluent(conversion.Operand, parameter),
        IInvocationOperation chained when SymbolEqualityComparer.Default.Equals(chained.Type, parameter.Type) =>
            IsFluent(chained.Instance ?? (chained.TargetMethod.IsExtensionMethod ? chained.Arguments[0].Value : null), parameter),
        _ => false,
    };

    private static bool RunsToItsEnd(BlockSyntax block, SemanticModel model) =>
        block.Statements.Count == 0
        || model.AnalyzeControlFlow(block.Statements.First(), block.Statements.Last()) is { Succeeded: true, EndPointIsReachable: true, ExitPoints.IsEmpty: true };

    private static bool TryExtend(ConvertibleSink sink, BlockSyntax block, string name, string call)
    {
        if (!RunsToItsEnd(block, sink.Site.Model))
            return false;

        var text = block.SyntaxTree.GetText();
        var end = block.CloseBraceToken.SpanStart;
        var statement = $"{name}{call};";
        if (!Layout.IsFirstOnLine(text, end))
        {
            sink.Insert(end, (char.IsWhiteSpace(text[end - 1]) ? "" : " ") + statement + " ");
            return true;
        }

        var indentation = block.Statements.LastOrDefault() is { } last && Layout.IsFirstOnLine(text, last.SpanStart)
            ? Layout.IndentationAt(text, last.SpanStart)
            : Layout.Deeper(Layout.IndentationAt(text, end));
        sink.Insert(text.Lines.GetLineFromPosition(end).Start, indentation + statement + Layout.NewLine(text));
        return true;
    }
}
