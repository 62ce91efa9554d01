using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;
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

    /// <summary>As <see cref="Proves"/>, for what has no words of its own.</summary>
    public static bool ProvesAround(IOperation sink, DriverReferences drivers) =>
        DatabaseWords.In(new ConfigPath(WordsAround(sink.Syntax))) ?? drivers is { HasNpgsql: true, HasSqlServer: false, HasOther: false };

    /// <summary>All that is named or quoted in the member; the statements of a file without a method are one.</summary>
    private static IEnumerable<string> WordsAround(SyntaxNode sink) => [SourceWords.In(sink.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        GlobalStatementSyntax { Parent: CompilationUnitSyntax { Members: var statements } } => statements.OfType<GlobalStatementSyntax>(),
        { } member => [member],
        null => [sink],
    })];
}
