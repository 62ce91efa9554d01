using AadPg.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Conversions;

/// <summary>
/// <c>AddNpgsql&lt;TContext&gt;("…", o => …)</c> becomes what it does inside, with a data source:
/// <c>AddDbContext&lt;TContext&gt;(options => options.UseNpgsql(AadNpgsqlDataSource.Shared("…"), o => …))</c>.
/// </summary>
internal static class AddContext
{
    private static readonly string[] s_parameterNames = ["options", "contextOptions"];

    /// <summary>False for a call with options of the context's own, which are set before and could not stay where they are.</summary>
    public static bool TryConvert(ConvertibleSink sink, IInvocationOperation invocation)
    {
        if (invocation.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax name }, ArgumentList: { } arguments }
            || invocation.Arguments.Any(argument => argument is { Parameter.Name: "optionsAction", ArgumentKind: ArgumentKind.Explicit })
            || arguments.Arguments[0] != sink.Argument
            || DataSourceOverload.MayConfigureDataSource(invocation)
            || UseNpgsql(sink.Site.Compilation) is not { } useNpgsql
            || !SourceNames.TryReach(useNpgsql, useNpgsql.Parameters[0].Type, sink.Site.Model, sink.Syntax.SpanStart, sink.Edits))
        {
            return false;
        }

        var options = sink.FreeName(s_parameterNames);
        sink.Replace(name.Identifier.Span, "AddDbContext");
        sink.Insert(arguments.OpenParenToken.Span.End, $"{options} => {options}.UseNpgsql(");
        if (sink.Argument.NameColon is { } colon)
            sink.Replace(TextSpan.FromBounds(colon.SpanStart, sink.Argument.Expression.SpanStart), "");

        // Two insertions of the same text at the same place would be one.
        var isLast = arguments.Arguments.Last() == sink.Argument;
        sink.WrapArgument(suffix: isLast ? ")" : "");
        if (!isLast)
            sink.Insert(arguments.CloseParenToken.SpanStart, ")");

        return true;
    }

    /// <summary>The overload for a data source, on options of any context.</summary>
    private static IMethodSymbol? UseNpgsql(Compilation compilation) => compilation
        .GetTypesByMetadataName("Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions")
        .SelectMany(type => type.GetMembers("UseNpgsql"))
        .OfType<IMethodSymbol>()
        .FirstOrDefault(method => method is { Arity: 0, Parameters: [_, { Type: var type }, _] } && DataSourceOverload.IsDataSource(type));
}
