using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Conversions;

/// <summary>
/// <c>new NpgsqlDataSourceBuilder("…")</c> becomes <c>new NpgsqlDataSourceBuilder("…").UseAadAuthentication()</c>. Where code completes
/// the connection string after that, the call, which checks it, goes to <c>Build()</c>.
/// </summary>
internal static class NewDataSourceBuilder
{
    public static bool TryConvert(ConvertibleSink sink, IObjectCreationOperation creation)
    {
        if (sink.LoginCall(creation.Type) is not { } call || BuilderUse.SetsPassword(creation.Initializer))
            return false;

        var use = BuilderUse.Of(creation);
        if (use.UsesAadAuthentication)
            return true;

        if (use.HasPasswordProvider)
            return false;

        if (use.ReachesConnectionString)
            return TryConvertBuilds(sink, use, call);

        if (creation.Syntax is ImplicitObjectCreationExpressionSyntax implicitCreation)
            sink.Insert(implicitCreation.NewKeyword.Span.End, " " + sink.NameOf((INamedTypeSymbol)creation.Type!));

        sink.Insert(creation.Syntax.Span.End, call);
        return true;
    }

    private static bool TryConvertBuilds(ConvertibleSink sink, BuilderUse use, string call)
    {
        if (use.Builds.Count == 0)
            return false;

        foreach (var build in use.Builds)
            sink.Insert(build.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { OperatorToken: var dot } } ? dot.SpanStart : build.Syntax.SpanStart, call);

        return use.Builds.All(build => build.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax });
    }
}
