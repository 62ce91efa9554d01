using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Conversions;

/// <summary>
/// <c>new NpgsqlConnection("…")</c> becomes <c>AadNpgsqlDataSource.Shared("…").CreateConnection()</c>: one data source for a
/// connection string, and with it one pool, as before.
/// </summary>
internal static class NewConnection
{
    public static bool TryConvert(ConvertibleSink sink, IObjectCreationOperation creation)
    {
        if (creation is not { Initializer: null, Syntax: BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } } || creation.Arguments.Length != 1)
            return false;

        var (before, after) = sink.Login.SharedDataSource(sink.Site, sink.Edits);
        sink.Replace(TextSpan.FromBounds(creation.Syntax.SpanStart, arguments.OpenParenToken.Span.End), before);
        sink.Replace(arguments.CloseParenToken.Span, after + ".CreateConnection()");
        return true;
    }
}
