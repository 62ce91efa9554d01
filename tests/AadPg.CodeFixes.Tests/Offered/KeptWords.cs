using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Tests.Offered;

/// <summary>What no fix may do with words of the source: move a secret to another place, or say a user or a database that nobody wrote down.</summary>
internal static partial class KeptWords
{
    private static readonly string[] s_secrets = ["hunter2", "Tr0ub4dor", "C4nary"];

    public static async Task<IEnumerable<string>> ProblemsAsync(Solution before, Solution after)
    {
        var (old, files) = (await TextsAsync(before), await TextsAsync(after));
        var words = string.Concat(old.Values.Select(text => text.ToString()));
        var moved = files.Where(file => HasMoved(old.GetValueOrDefault(file.Key) ?? SourceText.From(""), file.Value)).Select(file => $"a secret is written into {file.Key}");
        var invented = files.Values.SelectMany(file => Named().Matches(file.ToString())).Select(match => match.Groups["value"].Value).Where(value => !words.Contains(value, StringComparison.Ordinal));
        var names = files.Keys.Except(old.Keys).Where(name => s_secrets.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase))).Select(name => $"a secret is the name of {name}");
        return moved.Concat(names).Concat(invented.Select(value => $"nobody wrote down '{value}'"));
    }

    /// <summary>
    /// Whether something is written that has a secret which what it replaces has not. A fix's text knows what was changed: it
    /// does not hide a secret that is taken away in one place and written in another.
    /// </summary>
    private static bool HasMoved(SourceText before, SourceText after) =>
        after.GetTextChanges(before).Any(change => s_secrets.Any(secret => Count(change.NewText!, secret) > Count(before.ToString(change.Span), secret)));

    private static async Task<Dictionary<string, SourceText>> TextsAsync(Solution solution)
    {
        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var document in solution.Projects.SelectMany(project => project.Documents))
            texts.Add($"{document.Project.Name}/{string.Join('/', document.Folders)}/{document.Name}", await document.GetTextAsync(TestContext.Current.CancellationToken));

        return texts;
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;

    /// <summary>A user name or a database in a text, or in an argument or setting that is a text.</summary>
    [GeneratedRegex("""\b(User ?name|User ?Id|UID|Database|DB)\s*=\s*"?(?<value>[^\s;"{}=\\]+)[;"]""", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
