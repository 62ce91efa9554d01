using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Logins;
using AadPg.CodeFixes.Sinks;
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
    public static bool TryConvert(SinkSite site, IObjectCreationOperation creation, Login login, SourceEdits edits)
    {
        if (login.CallOn(creation.Type, site, edits) is not { } call)
            return false;

        var use = BuilderUse.Of(creation);
        if (use.UsesAadAuthentication)
            return true;

        if (use.HasPasswordProvider || use.GivesSettingsAway)
            return false;

        if (use.ReachesConnectionString)
            return TryConvertBuilds(site, use, call, edits);

        if (creation.Syntax is ImplicitObjectCreationExpressionSyntax implicitCreation)
            edits.Insert(site.Tree, implicitCreation.NewKeyword.Span.End, " " + SourceNames.Of((INamedTypeSymbol)creation.Type!, site.Model, creation.Syntax.SpanStart, edits));

        edits.Insert(site.Tree, creation.Syntax.Span.End, call);
        return true;
    }

    private static bool TryConvertBuilds(SinkSite site, BuilderUse use, string call, SourceEdits edits)
    {
        foreach (var build in use.Builds)
        {
            if (build.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { OperatorToken: var dot } })
                return false;

            edits.Insert(site.Tree, dot.SpanStart, call);
        }

        return use.Builds.Count > 0;
    }
}
