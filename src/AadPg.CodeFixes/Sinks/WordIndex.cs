using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Sinks;

/// <summary>Which documents of a solution have a word in their text, by the word's hash: more than parsing them would say, and never less.</summary>
internal sealed class WordIndex
{
    private readonly Dictionary<int, List<Document>> _documents = [];

    private WordIndex()
    {
    }

    /// <summary>Reads every C# document, what generators make included.</summary>
    public static async Task<WordIndex> OfAsync(Solution solution, CancellationToken cancellationToken)
    {
        var index = new WordIndex();
        foreach (var project in solution.Projects.Where(project => project.Language == LanguageNames.CSharp))
        {
            foreach (var document in project.Documents.Concat(await project.GetSourceGeneratedDocumentsAsync(cancellationToken).ConfigureAwait(false)))
                index.Add(document, await document.GetTextAsync(cancellationToken).ConfigureAwait(false));
        }

        return index;
    }

    public IReadOnlyList<Document> DocumentsWith(string word) =>
        _documents.TryGetValue(word.Aggregate(Seed, Next), out var documents) ? documents : [];

    private void Add(Document document, SourceText text)
    {
        foreach (var word in HashesOf(text))
        {
            if (!_documents.TryGetValue(word, out var documents))
                _documents.Add(word, documents = []);

            documents.Add(document);
        }
    }

    private static HashSet<int> HashesOf(SourceText text)
    {
        var hashes = new HashSet<int>();
        var buffer = new char[Math.Min(text.Length, 16 * 1024)];
        var hash = Seed;
        for (var start = 0; start < text.Length; start += buffer.Length)
        {
            var count = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, count);
            for (var position = 0; position < count; position++)
            {
                if (SyntaxFacts.IsIdentifierPartCharacter(buffer[position]))
                {
                    hash = Next(hash, buffer[position]);
                }
                else if (hash != Seed)
                {
                    hashes.Add(hash);
                    hash = Seed;
                }
            }
        }

        hashes.Add(hash);
        return hashes;
    }

    /// <summary>Of no word.</summary>
    private const int Seed = unchecked((int)2166136261);

    /// <summary>FNV-1a.</summary>
    private static int Next(int hash, char character) => unchecked((hash ^ character) * 16777619);
}
