using AadPg.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Conversions;

/// <summary>
/// <c>AddNpgsqlDataSource("…")</c>, slim, keyed and multi-host forms alike, gets <c>builder =&gt; builder.UseAadAuthentication()</c>, or has the
/// call added to the lambda that is there.
/// </summary>
internal static class AddDataSource
{
    /// <summary>Npgsql's own registrations of a data source, by whatever package brings them.</summary>
    public static bool Is(IInvocationOperation invocation) =>
        invocation.TargetMethod is { ContainingType.Name: "NpgsqlServiceCollectionExtensions", Name: var name } && name.EndsWith("DataSource", StringComparison.Ordinal);

    public static bool TryConvert(ConvertibleSink sink, IInvocationOperation invocation)
    {
        var configuration = invocation.Arguments.FirstOrDefault(argument => BuilderOf(argument.Parameter) is not null);
        return configuration is null
            ? TryAddLambda(sink)
            : sink.LoginCall(BuilderOf(configuration.Parameter)) is { } call && BuilderLambda.TryExtend(sink, configuration.Value, call);
    }

    private static bool TryAddLambda(ConvertibleSink sink)
    {
        if (OverloadWithLambda(sink.Method.OriginalDefinition) is not { } parameter || sink.LoginCall(BuilderOf(parameter)) is not { } call)
            return false;

        var text = sink.Syntax.SyntaxTree.GetText();
        var start = sink.Argument.SpanStart;
        var name = sink.Argument.NameColon is null ? "" : parameter.Name + ": ";
        var builder = sink.FreeName(BuilderLambda.ParameterNames);
        var lambda = $"{name}{builder} => {builder}{call}";
        var newLine = Layout.NewLine(text) + Layout.IndentationAt(text, start);
        if (Layout.IsFirstOnLine(text, start) && EndOfLine(sink.Argument) is { } endOfLine)
            sink.Insert(endOfLine, $"{newLine}{lambda},");
        else
            sink.Insert(sink.Argument.Span.End, $",{(Layout.IsFirstOnLine(text, start) ? newLine : " ")}{lambda}");

        return true;
    }

    /// <summary>Behind a comment that follows the argument and its comma on the same line; null when there is none.</summary>
    private static int? EndOfLine(ArgumentSyntax argument)
    {
        var comma = argument.GetLastToken().GetNextToken();
        var comment = comma.TrailingTrivia.LastOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));
        return comma.IsKind(SyntaxKind.CommaToken) && !comment.IsKind(SyntaxKind.None) ? comment.Span.End : null;
    }

    /// <summary>The lambda's parameter in the overload that has one, right behind the connection string, and is otherwise the same.</summary>
    private static IParameterSymbol? OverloadWithLambda(IMethodSymbol method)
    {
        var names = method.Parameters.Select(parameter => parameter.Name).ToList();
        var behindText = names.IndexOf("connectionString") + 1;
        return method.ContainingType.GetMembers(method.Name)
            .OfType<IMethodSymbol>()
            .Where(overload => overload.Parameters.Length == names.Count + 1
                && overload.Parameters[behindText].Type is INamedTypeSymbol { TypeArguments.Length: 1 }
                && BuilderOf(overload.Parameters[behindText]) is not null
                && overload.Parameters.RemoveAt(behindText).Select(parameter => parameter.Name).SequenceEqual(names))
            .Select(overload => overload.Parameters[behindText])
            .FirstOrDefault();
    }

    /// <summary>The builder of an <c>Action&lt;builder&gt;</c> or <c>Action&lt;IServiceProvider, builder&gt;</c>.</summary>
    private static ITypeSymbol? BuilderOf(IParameterSymbol? parameter) =>
        parameter?.Type is INamedTypeSymbol { Name: "Action", TypeArguments: [.., { Name: "NpgsqlDataSourceBuilder" or "NpgsqlSlimDataSourceBuilder" } builder] } ? builder : null;
}
