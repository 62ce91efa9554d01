using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes.Sinks;

/// <summary>
/// The uses of all holders in a solution. Fix All asks for those of very many, so each word of a text is read once, and each name bound once,
/// whatever number of holders has it; <c>SymbolFinder</c>, which looks for one symbol at a time, would bind a name anew for each.
/// </summary>
internal sealed class HolderUses
{
    private static readonly ConditionalWeakTable<Solution, HolderUses> s_bySolution = new();

    private readonly Solution _solution;
    private readonly ConcurrentDictionary<DocumentId, ILookup<string, SimpleNameSyntax>> _names = new();
    private readonly ConcurrentDictionary<(DocumentId Document, string Name), ILookup<DeclaredPlace, HolderUse>> _inDocument = new();
    private readonly ConcurrentDictionary<string, ILookup<DeclaredPlace, HolderUse>> _everywhere = new(StringComparer.Ordinal);
    private WordIndex? _words;
    private HashSet<string>? _inactive;

    private HolderUses(Solution solution) => _solution = solution;

    /// <summary>Those of <paramref name="solution"/>, which never changes; kept for as long as it is.</summary>
    public static HolderUses In(Solution solution) => s_bySolution.GetValue(solution, static solution => new HolderUses(solution));

    public async Task<ImmutableArray<HolderUse>> OfAsync(ISymbol holder, CancellationToken cancellationToken)
    {
        var uses = ImmutableArray.CreateBuilder<HolderUse>();
        foreach (var declared in DeclaredPlace.AllOf(holder))
        {
            if (DeclaredPlace.IsSeenByItsTypeAlone(holder))
            {
                foreach (var document in DocumentsOfType(holder))
                    uses.AddRange((await InDocumentAsync(document, declared.Name, cancellationToken).ConfigureAwait(false))[declared]);
            }
            else
            {
                uses.AddRange((await EverywhereAsync(declared.Name, cancellationToken).ConfigureAwait(false))[declared]);
            }
        }

        return uses.ToImmutable();
    }

    /// <summary>Whether the holder's name stands in code that <c>#if</c> takes out of a file, in the one project that compiles it: a use that nobody sees.</summary>
    public async Task<bool> IsInInactiveCodeAsync(ISymbol holder, CancellationToken cancellationToken)
    {
        _inactive ??= await InactiveNamesAsync(cancellationToken).ConfigureAwait(false);
        return _inactive.Contains(holder.Name);
    }

    private async Task<HashSet<string>> InactiveNamesAsync(CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in _solution.Projects.SelectMany(project => project.Documents).Where(document => document.SupportsSyntaxTree && document.GetLinkedDocumentIds().IsEmpty))
        {
            if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { ContainsDirectives: true } root)
                continue;

            foreach (var code in root.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia)))
                names.UnionWith(SyntaxFactory.ParseTokens(code.ToString()).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        }

        return names;
    }

    /// <summary>Those with a part of the holder's type, in each project that compiles them.</summary>
    private IEnumerable<Document> DocumentsOfType(ISymbol holder) => (holder.ContainingType?.DeclaringSyntaxReferences ?? ImmutableArray<SyntaxReference>.Empty)
        .Concat(holder.DeclaringSyntaxReferences)
        .Select(declaration => _solution.GetDocument(declaration.SyntaxTree))
        .OfType<Document>()
        .SelectMany(document => document.GetLinkedDocumentIds().Add(document.Id))
        .Distinct()
        .Select(id => _solution.GetDocument(id))
        .OfType<Document>();

    private async Task<ILookup<DeclaredPlace, HolderUse>> EverywhereAsync(string name, CancellationToken cancellationToken)
    {
        if (_everywhere.TryGetValue(name, out var known))
            return known;

        _words ??= await WordIndex.OfAsync(_solution, cancellationToken).ConfigureAwait(false);
        var all = new List<(DeclaredPlace Declared, HolderUse Use)>();
        foreach (var document in _words.DocumentsWith(name))
        {
            foreach (var uses in await InDocumentAsync(document, name, cancellationToken).ConfigureAwait(false))
                all.AddRange(uses.Select(use => (uses.Key, use)));
        }

        // Not GetOrAdd: a search that is cancelled must not leave half an answer behind.
        return _everywhere[name] = all.ToLookup(pair => pair.Declared, pair => pair.Use);
    }

    private async Task<ILookup<DeclaredPlace, HolderUse>> InDocumentAsync(Document document, string name, CancellationToken cancellationToken)
    {
        if (_inDocument.TryGetValue((document.Id, name), out var known))
            return known;

        var all = new List<(DeclaredPlace Declared, HolderUse Use)>();
        var names = (await NamesAsync(document, cancellationToken).ConfigureAwait(false))[name];
        if (names.Any() && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model)
        {
            foreach (var node in names)
            {
                if (HolderUse.At(node, document) is { } use)
                    all.AddRange(SymbolsOf(node, model, cancellationToken).Select(DeclaredPlace.Of).OfType<DeclaredPlace>().Distinct().Select(declared => (declared, use)));
            }
        }

        return _inDocument[(document.Id, name)] = all.ToLookup(pair => pair.Declared, pair => pair.Use);
    }

    /// <summary>Code that does not compile may mean any of the candidates.</summary>
    private static ImmutableArray<ISymbol> SymbolsOf(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        var found = model.GetSymbolInfo(name, cancellationToken);
        return found.Symbol is { } symbol ? ImmutableArray.Create(symbol) : found.CandidateSymbols;
    }

    private async Task<ILookup<string, SimpleNameSyntax>> NamesAsync(Document document, CancellationToken cancellationToken)
    {
        if (_names.TryGetValue(document.Id, out var known))
            return known;

        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return _names[document.Id] = (root?.DescendantNodes().OfType<SimpleNameSyntax>() ?? []).ToLookup(name => name.Identifier.ValueText, StringComparer.Ordinal);
    }
}
