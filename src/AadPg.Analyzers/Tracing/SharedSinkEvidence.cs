using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Analyzers.Tracing;

/// <summary>Says whether what a library for several databases is given is PostgreSQL's.</summary>
internal static class SharedSinkEvidence
{
    /// <summary>
    /// By what the same member of the app says besides: <c>AddPostgres()</c>, <c>Invariant = "Npgsql"</c>, <c>ProviderName.PostgreSQL</c>; otherwise
    /// by the text's own words, or because the project has no other driver.
    /// </summary>
    public static bool Proves(IOperation sink, TracedText text, DriverReferences drivers) =>
        DatabaseWords.In(new ConfigPath(WordsAround(sink.Syntax)))
        ?? PostgresEvidence.Proves(ParsedConnectionString.Parse(text.Text), new ConfigPath(["ConnectionStrings"]), provider: null, drivers);

    /// <summary>All that is named or quoted in the member, as one name: what speaks of two databases says nothing.</summary>
    private static IEnumerable<string> WordsAround(SyntaxNode sink)
    {
        var member = sink.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? sink;
        return [string.Join(" ", member.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) || (token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText.IndexOf('=') < 0))
            .Select(token => token.ValueText.Replace(':', ' ')))];
    }
}
