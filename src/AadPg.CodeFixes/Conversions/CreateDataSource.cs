using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Conversions;

/// <summary><c>NpgsqlDataSource.Create("…")</c> becomes <c>new NpgsqlDataSourceBuilder("…").UseAadAuthentication().Build()</c>.</summary>
internal static class CreateDataSource
{
    public static bool TryConvert(ConvertibleSink sink, IInvocationOperation invocation)
    {
        var builder = NpgsqlTypes.Find(sink.Site.Compilation, "Npgsql.NpgsqlDataSourceBuilder");
        if (invocation.Syntax is not InvocationExpressionSyntax { Expression: var method } || builder is null || sink.LoginCall(builder) is not { } call)
            return false;

        var qualifier = Qualifier(method);
        sink.Insert(method.SpanStart, "new ");
        sink.Replace(TextSpan.FromBounds(method.SpanStart + qualifier.Length, method.Span.End), qualifier.Length > 0 ? builder.Name : sink.NameOf(builder));
        sink.Insert(invocation.Syntax.Span.End, call + ".Build()");
        return true;
    }

    /// <summary>The namespace before <c>NpgsqlDataSource.Create</c>, where it is written, with its dot.</summary>
    private static string Qualifier(ExpressionSyntax method) =>
        method is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "NpgsqlDataSource" } type }
            ? method.ToString().Substring(0, type.Name.SpanStart - method.SpanStart)
            : "";
}
