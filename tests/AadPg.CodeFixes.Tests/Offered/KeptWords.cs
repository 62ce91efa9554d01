using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Tests.Offered;

/// <summary>What no fix may do with words of the source: move a secret to another place, or say a user or a database that nobody wrote down.</summary>
internal static partial class KeptWords
{
    private static readonly string[] s_secrets = ["hunter2", "Tr0ub4dor", "C4nary"];

    public static async Task<IEnumerable<string>> ProblemsAsync(Solution before, Solution after)
    {
        var (old, files) = (await TextsAsync(before), await TextsAsync(after));
        var words = string.Concat(old.Values);
        var moved = files.SelectMany(
            file => s_secrets,
            (file, secret) => (file.Key, Secret: secret, More: Count(file.Value, secret) - Count(old.GetValueOrDefault(file.Key, ""), secret)));
        var invented = files.Values.SelectMany(file => Named().Matches(file)).Select(match => match.Groups["value"].Value).Where(value => !words.Contains(value, StringComparison.Ordinal));
        return moved.Where(secret => secret.More > 0).Select(secret => $"a secret is in {secret.Key} once more")
            .Concat(invented.Select(value => $"nobody wrote down '{value}'"));
    }

    private static async Task<Dictionary<string, string>> TextsAsync(Solution solution)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in solution.Projects.SelectMany(project => project.Documents))
            texts.Add($"{document.Project.Name}/{string.Join('/', document.Folders)}/{document.Name}", (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString());

        return texts;
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;

    /// <summary>A user name or a database in a text, or in an argument or setting that is a text.</summary>
    [GeneratedRegex("""\b(User ?name|User ?Id|UID|Database|DB)\s*=\s*"?(?<value>[^\s;"{}=\\]+)[;"]""", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
