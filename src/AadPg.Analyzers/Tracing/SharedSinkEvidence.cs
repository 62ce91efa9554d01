using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Says whether what a library for several databases is given is PostgreSQL's.</summary>
internal static class SharedSinkEvidence
{
    /// <summary>
    /// By the provider that the text itself names, or the builder that it is set on; by what the same member of the app says besides: <c>AddPostgres()</c>,
    /// <c>Invariant = "Npgsql"</c>, <c>ProviderName.PostgreSQL</c>; otherwise by the text's own words, or because the project has no other driver.
    /// </summary>
    public static bool Proves(IOperation sink, TracedText text, DriverReferences drivers)
    {
        var connectionString = ParsedConnectionString.Parse(text.Text);
        var provider = ProviderBeside(sink);
        var words = connectionString.Provider is null ? DatabaseWords.In(new ConfigPath(provider is null ? WordsAround(sink.Syntax) : [provider])) : null;
        return words ?? PostgresEvidence.Proves(connectionString, new ConfigPath(["ConnectionStrings"]), provider: null, provider is null ? drivers : DriverReferences.None);
    }

    /// <summary>As <see cref="Proves"/>, for what has no words of its own.</summary>
    public static bool ProvesAround(IOperation sink, DriverReferences drivers) =>
        DatabaseWords.In(new ConfigPath(WordsAround(sink.Syntax))) ?? drivers is { HasNpgsql: true, HasSqlServer: false, HasOther: false };

    /// <summary>
    /// The provider of an Entity Framework builder that is given the string for it: set beside it, or else in the same method; empty when it is not known, and null
    /// for what is no such builder.
    /// </summary>
    private static string? ProviderBeside(IOperation sink)
    {
        if (sink is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "ProviderConnectionString", ContainingType: var builder } } })
            return null;

        var beside = sink.Parent is IObjectOrCollectionInitializerOperation { Initializers: var initializers } ? Providers(initializers) : [];
        return (beside.Count > 0 ? beside : Providers(MethodBody.Of(sink).Operations)) is [{ } only] ? only : "";

        List<string?> Providers(IEnumerable<IOperation> operations) => operations
            .OfType<ISimpleAssignmentOperation>()
            .Where(set => set.Target is IPropertyReferenceOperation { Property: { Name: "Provider", ContainingType: var type } } && SymbolEqualityComparer.Default.Equals(type, builder))
            .Select(set => set.Value.ConstantValue.Value as string)
            .Distinct()
            .ToList();
    }

    /// <summary>All that is named or quoted in the member; the statements of a file without a method are one.</summary>
    private static IEnumerable<string> WordsAround(SyntaxNode sink) => [SourceWords.In(sink.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        GlobalStatementSyntax { Parent: CompilationUnitSyntax { Members: var statements } } => statements.OfType<GlobalStatementSyntax>(),
        { } member => [member],
        null => [sink],
    })];
}
