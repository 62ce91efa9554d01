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

        var shared = sink.NameOf(sink.Runtime.SharedDataSource);
        sink.Replace(TextSpan.FromBounds(creation.Syntax.SpanStart, arguments.SpanStart), $"{shared}.Shared");
        sink.Insert(creation.Syntax.Span.End, ".CreateConnection()");
        return true;
    }
}
