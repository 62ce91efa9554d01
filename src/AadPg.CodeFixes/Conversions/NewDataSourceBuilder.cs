using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Conversions;

/// <summary><c>new NpgsqlDataSourceBuilder("…")</c> becomes <c>new NpgsqlDataSourceBuilder("…").UseAadAuthentication()</c>.</summary>
internal static class NewDataSourceBuilder
{
    public static bool TryConvert(ConvertibleSink sink, IObjectCreationOperation creation)
    {
        if (!sink.CanUseAadAuthentication(creation.Type) || BuilderUse.SetsPassword(creation.Initializer))
            return false;

        var use = BuilderUse.Of(creation);
        if (use.UsesAadAuthentication)
            return true;

        // The call checks the connection string, so nothing may complete the string after it.
        if (use.HasPasswordProvider || use.ReachesConnectionString)
            return false;

        if (creation.Syntax is ImplicitObjectCreationExpressionSyntax implicitCreation)
            sink.Insert(implicitCreation.NewKeyword.Span.End, " " + sink.NameOf((INamedTypeSymbol)creation.Type!));

        sink.Insert(creation.Syntax.Span.End, ".UseAadAuthentication()");
        return true;
    }
}
