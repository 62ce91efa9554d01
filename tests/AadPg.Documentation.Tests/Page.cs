using System.Reflection;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AadPg.Documentation.Tests;

/// <summary>A Markdown file of the repository.</summary>
internal sealed class Page
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub).UsePipeTables().Build();

    private readonly MarkdownDocument _document;

    private Page(string path)
    {
        Path = path;
        _document = Markdown.Parse(File.ReadAllText(System.IO.Path.Combine(Repository, path)), s_pipeline);
    }

    public static string Repository { get; } = typeof(Page).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Repository").Value!;

    /// <summary>Path of the file, from the root of the repository.</summary>
    public string Path { get; }

    /// <summary>The name without its ending: for a rule's page, the rule's id.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The C# in it, in order.</summary>
    public IReadOnlyList<Sample> Samples => FindSamples();

    /// <summary>The targets of its links, other than those to the web.</summary>
    public IEnumerable<string> LocalLinks => _document.Descendants<LinkInline>()
        .Select(link => link.Url ?? "")
        .Where(url => !url.Contains("://", StringComparison.Ordinal));

    /// <summary>What a link can name behind <c>#</c>.</summary>
    public IEnumerable<string> Anchors => _document.Descendants<HeadingBlock>().Select(heading => heading.TryGetAttributes()?.Id ?? "");

    /// <summary>All pages of the repository, by path from its root.</summary>
    public static IEnumerable<string> Paths() => Directory.EnumerateFiles(Repository, "*.md", SearchOption.AllDirectories)
        .Select(path => System.IO.Path.GetRelativePath(Repository, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(folder => folder is "artifacts" or "bin" or "obj" or "node_modules" or ".git"))
        .Order(StringComparer.Ordinal);

    public static Page Read(string path) => new(path);

    private List<Sample> FindSamples()
    {
        var samples = new List<Sample>();
        var heading = "";
        foreach (var block in _document.Descendants<LeafBlock>())
        {
            if (block is HeadingBlock { Inline.FirstChild: LiteralInline text })
                heading = text.Content.ToString();
            else if (block is FencedCodeBlock { Info: "csharp" } code)
                samples.Add(new Sample(heading, code.Line + 1, code.Lines.ToString()));
            else if (block is FencedCodeBlock { Info: "json" } settings && samples is [.., { Settings: null } last] && last.Heading == heading)
                samples[^1] = last with { Settings = settings.Lines.ToString() };
        }

        return samples;
    }
}
